using System.Net;

namespace Binance.AlgoOrders;

/// <summary>Thrown if Binance sent another response than the expected one: a rejection, a failure of the exchange, or an unreadable body.</summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">The execution status of the request at Binance.</param>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="innerException">The cause, or null if it was not an exception.</param>
public class BinanceApiException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : AlgoOrderException(message, execution, innerException)
{
    /// <summary>Gets the HTTP status of the response.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>
    /// Gets Binance's error code, wire name <c>code</c>, or null if the response had none. <see cref="BinanceErrorCodes"/> lists the codes.
    /// </summary>
    public int? ErrorCode { get; init; }

    /// <summary>
    /// Gets Binance's error text, wire name <c>msg</c>, or null if the response had none. The text has at most 1,024 characters and no control
    /// characters, and every part of it that could be a key or a signature is redacted.
    /// </summary>
    public string? ErrorMessage { get; init; }

    /// <summary>
    /// Gets the beginning of the response body, or null if the body was empty. The text has at most 1,024 characters and no control characters,
    /// and every part of it that could be a key or a signature is redacted.
    /// </summary>
    public string? ResponseBody { get; init; }
}
