namespace Binance.AlgoOrders;

/// <summary>
/// No answer came: the request never left (<see cref="ExecutionStatus.NotExecuted"/>), or its answer was lost or took too long
/// (<see cref="ExecutionStatus.Unknown"/>). The cause is in <see cref="Exception.InnerException"/>.
/// </summary>
/// <param name="message">What happened and what to do next, in a line or two, without secrets.</param>
/// <param name="execution">Whether the request took place at Binance.</param>
/// <param name="innerException">What went wrong on the way.</param>
public sealed class AlgoOrderTransportException(string message, ExecutionStatus execution, Exception? innerException = null)
    : AlgoOrderException(message, execution, innerException);
