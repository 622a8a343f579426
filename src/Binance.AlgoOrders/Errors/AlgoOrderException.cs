namespace Binance.AlgoOrders;

/// <summary>A call that did not come back with what it was made for. <see cref="Execution"/> says whether it took place all the same.</summary>
/// <param name="message">What happened and what to do next, in a line or two, without secrets.</param>
/// <param name="execution">Whether the request took place at Binance.</param>
/// <param name="innerException">What caused it, if it was an exception.</param>
public abstract class AlgoOrderException(string message, ExecutionStatus execution, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Whether the request took place at Binance. Never <see cref="ExecutionStatus.NotExecuted"/> of one that did.</summary>
    public ExecutionStatus Execution { get; } = execution;
}
