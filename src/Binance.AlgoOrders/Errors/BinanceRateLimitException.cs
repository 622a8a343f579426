using System.Net;

namespace Binance.AlgoOrders;

/// <summary>A limit was broken, or the address is banned: HTTP 429 or 418, or -1003 TOO_MANY_REQUESTS. Whoever goes on sending is banned for longer.</summary>
/// <param name="message">What happened and what to do next, in a line or two, without secrets.</param>
/// <param name="execution">Whether an earlier attempt of the call may have been executed.</param>
/// <param name="statusCode">The answer's HTTP status.</param>
/// <param name="innerException">What caused it, if it was an exception.</param>
public sealed class BinanceRateLimitException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : BinanceApiException(message, execution, statusCode, innerException)
{
    /// <summary>How long to send nothing, counted from the answer, as Binance said it. Null: it did not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the address is banned (HTTP 418), rather than asked to slow down.</summary>
    public bool IsBanned { get; init; }
}
