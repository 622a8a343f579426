using System.Net;

namespace Binance.AlgoOrders;

/// <summary>
/// Thrown if Binance sent a list with orders whose id, status or symbol cannot be read. <see cref="Orders"/> has the others. That an order is not among
/// them does not prove that it is not open.
/// </summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">The execution status of the request at Binance.</param>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="innerException">The cause, or null if it was not an exception.</param>
public sealed class UnreadableAlgoOrdersException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : BinanceApiException(message, execution, statusCode, innerException)
{
    /// <summary>Gets the orders of the list, or of the page of a history, that could be read.</summary>
    public IReadOnlyList<AlgoOrder> Orders { get; init; } = [];

    /// <summary>Gets the number of orders that could not be read.</summary>
    public int UnreadableCount { get; init; }
}
