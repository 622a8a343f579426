namespace Binance.AlgoOrders;

/// <summary>Describes the share of the rate limits that a request consumes.</summary>
/// <param name="Weight">The request weight, which Binance counts per IP address and minute. Zero or more.</param>
/// <param name="Priority">The priority of the request.</param>
/// <param name="CountsAsOrder">True if the request counts towards the account's order limits of 10 seconds and of a minute.</param>
public readonly record struct RequestCost(int Weight, RequestPriority Priority, bool CountsAsOrder)
{
    /// <summary>Gets the scope of the limits that delay the request.</summary>
    internal RateLimitScope Scope => CountsAsOrder ? RateLimitScope.AccountOrders : RateLimitScope.Address;
}
