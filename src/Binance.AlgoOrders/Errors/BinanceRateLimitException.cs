using System.Net;

namespace Binance.AlgoOrders;

/// <summary>
/// Thrown if a rate limit was exceeded or the IP address is banned: HTTP 429 or 418, or -1003 TOO_MANY_REQUESTS. Further requests prolong a ban.
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
    /// <summary>Gets the time without requests that Binance demanded, counted from the response, or null if Binance demanded none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>True if the IP address is banned (HTTP 418). False if Binance demanded fewer requests.</summary>
    public bool IsBanned { get; init; }
}
