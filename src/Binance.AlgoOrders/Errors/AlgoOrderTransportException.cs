namespace Binance.AlgoOrders;

/// <summary>
/// Thrown if no response arrived. Either the request was never sent or certainly not executed (<see cref="ExecutionStatus.NotExecuted"/>), or its response
/// was lost or took too long (<see cref="ExecutionStatus.Unknown"/>). The cause is in <see cref="Exception.InnerException"/>.
/// </summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">The execution status of the request at Binance.</param>
/// <param name="innerException">The failure that prevented a response, or null if it was not an exception.</param>
public sealed class AlgoOrderTransportException(string message, ExecutionStatus execution, Exception? innerException = null)
    : AlgoOrderException(message, execution, innerException);
