using System.Net;

namespace Binance.AlgoOrders;

/// <summary>
/// Binance does not know the order as a live one: -2011 CANCEL_REJECTED or -2013 NO_SUCH_ORDER. The id or the account may be wrong, the order
/// may have been canceled or have triggered before, or Binance may lag just after it was placed; the answer does not tell which.
/// </summary>
/// <param name="message">What happened and what to do next, in a line or two, without secrets.</param>
/// <param name="execution">Whether an earlier attempt of the call may have been executed.</param>
/// <param name="statusCode">The answer's HTTP status.</param>
/// <param name="innerException">What caused it, if it was an exception.</param>
public sealed class AlgoOrderNotFoundException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : BinanceApiException(message, execution, statusCode, innerException);
