using System.Net;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>A 418 or 429 whose body was not read, because a user's handler may have replaced the response.</summary>
/// <param name="StatusCode">The status.</param>
/// <param name="Named">The time that the headers name, or null if they name none.</param>
/// <param name="Scope">The scope that the status suggests.</param>
internal sealed record UnreadRateLimit(HttpStatusCode StatusCode, TimeSpan? Named, RateLimitScope Scope)
{
    /// <summary>True if the body may name a time, or another scope.</summary>
    public bool DependsOnBody => Named is null || Scope == RateLimitScope.AccountOrders;

    // Without a code, a limit of the address would meet the next cancel too, as the response rules assume.
    public static RateLimitScope ScopeOf(HttpStatusCode statusCode, ApiEndpoint endpoint)
    {
        if (endpoint.CountsAsOrder && statusCode == HttpStatusCode.TooManyRequests)
        {
            return RateLimitScope.AccountOrders;
        }

        return RateLimitScope.Address;
    }
}
