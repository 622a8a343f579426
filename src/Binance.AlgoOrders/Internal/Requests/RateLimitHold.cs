using System.Net;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>Describes why and for how long requests must not be sent.</summary>
/// <param name="Block">The block. Its status is that of Binance's response, or 429 if the client's own budget holds the request back.</param>
/// <param name="RetryAfter">The time that Binance named, or null if it named none.</param>
/// <param name="IsOwn">True if the client's own budget holds the request back, and Binance has not rejected anything.</param>
internal sealed record RateLimitHold(RateLimitBlock Block, TimeSpan? RetryAfter = null, bool IsOwn = false)
{
    public HttpStatusCode StatusCode => Block.StatusCode;

    public TimeSpan Remaining => Block.Remaining;

    /// <summary>True if the block is that of the response to the request, and not a longer one that was in force before.</summary>
    public bool IsOfResponse { get; init; }

    /// <summary>True if a request that was not executed may be sent later without any risk: by its own budget, or after an order limit.</summary>
    public bool IsWorthWaiting => IsOwn || Block.Scope == RateLimitScope.AccountOrders;

    /// <summary>Returns the hold of a request that the client's own budget delays.</summary>
    public static RateLimitHold OfBudget(TimeSpan delay, RequestCost cost) =>
        new(new RateLimitBlock(HttpStatusCode.TooManyRequests, delay, cost.Scope), IsOwn: true);
}
