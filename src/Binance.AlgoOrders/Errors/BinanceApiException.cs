using System.Net;

namespace Binance.AlgoOrders;

/// <summary>An answer came, and it was not the one that was asked for: a refusal, a failure of the exchange, or a body that cannot be understood.</summary>
/// <param name="message">What happened and what to do next, in a line or two, without secrets.</param>
/// <param name="execution">Whether the request took place at Binance.</param>
/// <param name="statusCode">The answer's HTTP status.</param>
/// <param name="innerException">What caused it, if it was an exception.</param>
public class BinanceApiException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : AlgoOrderException(message, execution, innerException)
{
    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>Binance's error code, wire name <c>code</c>; <see cref="BinanceErrorCodes"/> names them. Null: the answer carried none.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Binance's text for the error, wire name <c>msg</c>, capped and without control characters. Null: the answer carried none.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>
    /// The beginning of the answer's body, at most 1,024 characters, without control characters and with everything that could be a key or
    /// a signature blanked out. Null: it was empty.
    /// </summary>
    public string? ResponseBody { get; init; }
}
