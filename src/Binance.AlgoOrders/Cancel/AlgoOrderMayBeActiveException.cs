namespace Binance.AlgoOrders;

/// <summary>Thrown by <see cref="CancelAlgoOrderOutcome.EnsureInactive"/> if the order is not known to be inactive.</summary>
public sealed class AlgoOrderMayBeActiveException : AlgoOrderException
{
    internal AlgoOrderMayBeActiveException(CancelAlgoOrderOutcome outcome, string message)
        : base(message, ExecutionOf(outcome), ((ICallOutcome)outcome).OutcomeError) => Outcome = outcome;

    /// <summary>Gets the outcome, which contains the known facts about the order.</summary>
    public CancelAlgoOrderOutcome Outcome { get; }

    private static ExecutionStatus ExecutionOf(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Triggered or CancelAlgoOrderOutcome.StillOpen => ExecutionStatus.NotExecuted,
        _ => ExecutionStatus.Unknown,
    };
}
