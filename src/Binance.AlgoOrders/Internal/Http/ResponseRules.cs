using System.Net;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Interprets a response, or the lack of one: was the request executed, and does a retry help? Execution is unknown wherever Binance leaves it
/// open, and for every error response to a message that left more than once, because an earlier copy may have been executed.
/// </summary>
internal static class ResponseRules
{
    /// <summary>Returns the execution of a request whose response is not 2xx.</summary>
    public static ExecutionStatus OfErrorResponse(HttpStatusCode statusCode, ApiError? error, string? body, int timesSent) => (int)statusCode switch
    {
        _ when timesSent > 1 => ExecutionStatus.Unknown,
        _ when error?.Code is BinanceErrorCodes.Unknown or BinanceErrorCodes.UnexpectedResponse or BinanceErrorCodes.Timeout => ExecutionStatus.Unknown,
        _ when error?.Code is BinanceErrorCodes.TooManyRequests or BinanceErrorCodes.Throttled => ExecutionStatus.NotExecuted,
        403 or 418 or 429 => ExecutionStatus.NotExecuted,
        408 => ExecutionStatus.Unknown,
        // All of Binance's codes are negative.
        >= 400 and < 500 when error is { Code: < 0 } => ExecutionStatus.NotExecuted,
        // Without such a code the response came from something in between, and the request may have got further.
        >= 400 and < 500 => ExecutionStatus.Unknown,
        503 when IsCertainFailure(error, body) => ExecutionStatus.NotExecuted,
        _ => ExecutionStatus.Unknown,
    };

    /// <summary>Returns the execution of a request that got no response.</summary>
    /// <param name="copiesSent">The number of copies that may have been executed. A copy that found no connection is none of them.</param>
    public static ExecutionStatus OfFailure(int copiesSent) => copiesSent switch
    {
        0 => ExecutionStatus.NotExecuted,
        _ => ExecutionStatus.Unknown,
    };

    /// <summary>True if the request was not executed and may succeed the next time.</summary>
    public static bool IsTransient(this Attempt attempt) => attempt is { Execution: ExecutionStatus.NotExecuted, BlockedFor: null } && (attempt.StatusCode, attempt.Error?.Code) switch
    {
        (null, _) => attempt.Failure is HttpRequestException or IOException or OperationCanceledException or TimeoutException,
        (_, BinanceErrorCodes.Throttled) => true,
        (HttpStatusCode.ServiceUnavailable, _) => true,
        _ => false,
    };

    /// <summary>True if a retry may succeed and cannot execute the request twice with another effect than once.</summary>
    public static bool ShouldRetry(this Attempt attempt) =>
        attempt.IsTransient() || attempt is { Execution: ExecutionStatus.Unknown, IsRepeatable: true };

    /// <summary>True if Binance did not find the order.</summary>
    public static bool IsNotFound(this Attempt attempt) =>
        attempt is { Execution: ExecutionStatus.NotExecuted, Error.Code: BinanceErrorCodes.NoSuchOrder or BinanceErrorCodes.CancelRejected };

    /// <summary>
    /// True if no retry helps: key, signature, permission, or a timestamp that is rejected twice. A firewall's 403 may pass. A rejected timestamp is
    /// not permanent while the clock could not be synchronized, or while an attempt is unknown, because a lookup comes first then.
    /// </summary>
    public static bool IsPermanentFailure(this Attempt attempt, CallContext call) =>
        attempt is { Execution: ExecutionStatus.NotExecuted, BlockedFor: null, StatusCode: not HttpStatusCode.Forbidden }
        && !attempt.IsTransient()
        && !attempt.IsNotFound()
        && !(attempt.Error?.Code == BinanceErrorCodes.InvalidTimestamp && (call.HasUnknownAttempt || !call.IsResynchronized));

    // Binance documents three kinds of 503. Two of them are a "100 % failure". A request that got the third, "Unknown error", may have been executed.
    private static bool IsCertainFailure(ApiError? error, string? body)
    {
        string? text = error?.Message ?? body;
        return text is not null
            && !text.StartsWith("Unknown error", StringComparison.OrdinalIgnoreCase)
            && (error?.Code == BinanceErrorCodes.Disconnected
                || text.Equals("Service Unavailable.", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Internal error; unable to process your request.", StringComparison.OrdinalIgnoreCase));
    }
}
