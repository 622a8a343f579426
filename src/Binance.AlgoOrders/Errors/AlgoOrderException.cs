namespace Binance.AlgoOrders;

/// <summary>Represents a failed call. <see cref="Execution"/> states whether Binance executed its request nevertheless.</summary>
/// <param name="message">The cause and the next step, in one or two lines and without secrets.</param>
/// <param name="execution">The execution status of the request at Binance.</param>
/// <param name="innerException">The cause, or null if it was not an exception.</param>
public abstract class AlgoOrderException(string message, ExecutionStatus execution, Exception? innerException = null)
    : Exception(message, innerException)
{
    private string? _clientAlgoId;
    private long? _algoId;

    /// <summary>Gets the execution status of the request at Binance. It is never <see cref="ExecutionStatus.NotExecuted"/> for an executed request.</summary>
    public ExecutionStatus Execution { get; } = execution;

    /// <summary>
    /// Gets the client's id of the order that the call was about, wire name <c>clientAlgoId</c>, or null if the call did not use one. After a placement it is
    /// the id under which the order may be live.
    /// </summary>
    public string? ClientAlgoId { get => _clientAlgoId; init => _clientAlgoId = value; }

    /// <summary>Gets Binance's id of the order that the call was about, wire name <c>algoId</c>, or null if the call did not use one.</summary>
    public long? AlgoId { get => _algoId; init => _algoId = value; }

    /// <summary>Sets the ids of the order that the call was about, before the exception is thrown.</summary>
    internal AlgoOrderException WithIds(string? clientAlgoId, long? algoId)
    {
        (_clientAlgoId, _algoId) = (clientAlgoId, algoId);
        return this;
    }
}
