namespace Binance.AlgoOrders;

/// <summary>Thrown by <see cref="CancelAlgoOrderOutcome.EnsureInactive"/>: the order is not known to be inactive.</summary>
public sealed class AlgoOrderNotInactiveException : AlgoOrderException
{
    internal AlgoOrderNotInactiveException(CancelAlgoOrderOutcome outcome, string message)
        : base(message, ExecutionOf(outcome), ErrorOf(outcome)) => Outcome = outcome;

    /// <summary>What is known of the order.</summary>
    public CancelAlgoOrderOutcome Outcome { get; }

    private static ExecutionStatus ExecutionOf(CancelAlgoOrderOutcome outcome) =>
        outcome is CancelAlgoOrderOutcome.Triggered or CancelAlgoOrderOutcome.StillOpen ? ExecutionStatus.NotExecuted : ExecutionStatus.Unknown;

    private static Exception? ErrorOf(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.StillOpen stillOpen => stillOpen.LastError,
        CancelAlgoOrderOutcome.Unknown unknown => unknown.LastError,
        _ => null,
    };
}
