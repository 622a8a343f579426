namespace Binance.AlgoOrders;

/// <summary>Specifies the requests that a rate limit or a ban concerns.</summary>
public enum RateLimitScope
{
    /// <summary>All requests of the IP address, of every account: HTTP 429, HTTP 418 or -1003.</summary>
    Address,

    /// <summary>New orders of one account: -1015 TOO_MANY_ORDERS. Cancels, lookups and lists go on.</summary>
    AccountOrders,
}
