namespace Binance.AlgoOrders;

/// <summary>Represents a failed call. <see cref="Execution"/> states whether Binance executed its request nevertheless.</summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">The execution status of the request at Binance.</param>
/// <param name="innerException">The cause, or null if it was not an exception.</param>
public abstract class AlgoOrderException(string message, ExecutionStatus execution, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>Gets the execution status of the request at Binance. It is never <see cref="ExecutionStatus.NotExecuted"/> for an executed request.</summary>
    public ExecutionStatus Execution { get; } = execution;
}
