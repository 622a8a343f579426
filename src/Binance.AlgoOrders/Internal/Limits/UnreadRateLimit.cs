using System.Net;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>A 418 or 429 whose body was not read, because a user's handler may have replaced the response.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Named">The time that the headers name, or null if they name none.</param>
/// <param name="CountsAsOrder">True if the request counts as an order.</param>
internal sealed record UnreadRateLimit(HttpStatusCode StatusCode, TimeSpan? Named, bool CountsAsOrder)
{
    /// <summary>True if the status and the headers leave open what is limited: a new order counts towards the limits of the account, too.</summary>
    public bool IsAmbiguous => CountsAsOrder && StatusCode == HttpStatusCode.TooManyRequests;

    /// <summary>The scope that is assumed. Binance names a time for limits of the address, and usually none for those of orders.</summary>
    public RateLimitScope Scope => this switch
    {
        { IsAmbiguous: true, Named: null } => RateLimitScope.AccountOrders,
        _ => RateLimitScope.Address,
    };
}
