using System.Net;

namespace Binance.AlgoOrders;

/// <summary>
/// Thrown if Binance did not find the order as a live one: -2011 CANCEL_REJECTED or -2013 NO_SUCH_ORDER. The id or the account may be wrong, the
/// order may have been canceled or have triggered before, or Binance may lag just after the order was placed. The response does not distinguish
/// these causes.
/// </summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">
/// <see cref="ExecutionStatus.Unknown"/> if an earlier attempt of the call may have been executed, else <see cref="ExecutionStatus.NotExecuted"/>.
/// </param>
/// <param name="statusCode">The HTTP status of the response.</param>
/// <param name="innerException">The cause, or null if it was not an exception.</param>
public sealed class AlgoOrderNotFoundException(string message, ExecutionStatus execution, HttpStatusCode statusCode, Exception? innerException = null)
    : BinanceApiException(message, execution, statusCode, innerException);
