using System.Net;

namespace Binance.AlgoOrders;

/// <summary>
/// Thrown if a rate limit was exceeded or the IP address is banned: HTTP 429 or 418, -1003 TOO_MANY_REQUESTS, or -1015 TOO_MANY_ORDERS. Also thrown if the
/// client's own budget holds a query, a list or a new order back for longer than its call lasts. Further requests prolong a ban.
/// </summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">
/// <see cref="ExecutionStatus.Unknown"/> if an earlier attempt of the call may have been executed, else <see cref="ExecutionStatus.NotExecuted"/>.
/// </param>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="innerException">The cause, or null if it was not an exception.</param>
public sealed class BinanceRateLimitException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : BinanceApiException(message, execution, statusCode, innerException)
{
    /// <summary>Gets the time that Binance named in this response, in the header <c>Retry-After</c> or in the text, or null if it named none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>
    /// Gets the time for which the client sends no request of the <see cref="Scope"/>: the time that Binance named, or until the window of the limit is over on
    /// Binance's clock.
    /// </summary>
    public TimeSpan BlockedFor { get; init; }

    /// <summary>Gets the requests that have to wait: all of the address, or only the new orders of the account.</summary>
    public RateLimitScope Scope { get; init; }

    /// <summary>True if the IP address is banned (HTTP 418). False if Binance demanded fewer requests.</summary>
    public bool IsBanned { get; init; }
}
