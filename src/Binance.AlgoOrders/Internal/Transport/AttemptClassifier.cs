using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// What an answer, or its absence, tells about execution. Where Binance leaves it open, it is in doubt. So is every answer but a
/// success to a message that was sent more than once, by a handler of the user's: it may be an earlier copy that was executed.
/// </summary>
internal static class AttemptClassifier
{
    /// <summary>Judges an answer other than 2xx.</summary>
    public static AttemptVerdict OfRefusal(HttpStatusCode statusCode, ApiError? error, string? body, int sends) => (int)statusCode switch
    {
        _ when sends > 1 => AttemptVerdict.InDoubt,
        _ when error?.Code is BinanceErrorCodes.Unknown or BinanceErrorCodes.UnexpectedResponse or BinanceErrorCodes.Timeout => AttemptVerdict.InDoubt,
        _ when error?.Code is BinanceErrorCodes.TooManyRequests or BinanceErrorCodes.Throttled => AttemptVerdict.NotExecuted,
        403 or 418 or 429 => AttemptVerdict.NotExecuted,
        408 => AttemptVerdict.InDoubt,
        // Without an error of Binance's (all of them are below zero) the answer came from something in between, and who knows how far the request got.
        >= 400 and < 500 => error is { Code: < 0 } ? AttemptVerdict.NotExecuted : AttemptVerdict.InDoubt,
        503 when IsSureFailure(error, body) => AttemptVerdict.NotExecuted,
        _ => AttemptVerdict.InDoubt,
    };

    /// <summary>Judges an attempt that ended without an answer.</summary>
    public static AttemptVerdict OfFailure(Exception failure, int sends) => sends switch
    {
        0 => AttemptVerdict.NotExecuted,
        1 when IsConnectFailure(failure) => AttemptVerdict.NotExecuted,
        _ => AttemptVerdict.InDoubt,
    };

    private static bool IsConnectFailure(Exception failure) => failure is HttpRequestException
    {
        HttpRequestError: HttpRequestError.NameResolutionError
            or HttpRequestError.ConnectionError
            or HttpRequestError.SecureConnectionError
            or HttpRequestError.ProxyTunnelError
    };

    // Binance documents three kinds of 503. Two of them are "100 % failure"; the third, "Unknown error", may have been executed.
    private static bool IsSureFailure(ApiError? error, string? body)
    {
        string? text = error?.Message ?? body;
        return text is not null
            && !text.StartsWith("Unknown error", StringComparison.OrdinalIgnoreCase)
            && (error?.Code == BinanceErrorCodes.Disconnected
                || text.Equals("Service Unavailable.", StringComparison.OrdinalIgnoreCase)
                || text.StartsWith("Internal error; unable to process your request.", StringComparison.OrdinalIgnoreCase));
    }
}
