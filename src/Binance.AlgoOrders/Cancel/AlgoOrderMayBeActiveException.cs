namespace Binance.AlgoOrders;

/// <summary>Thrown by <see cref="CancelAlgoOrderOutcome.EnsureInactive"/> if the order is not known to be inactive.</summary>
public sealed class AlgoOrderMayBeActiveException : AlgoOrderException
{
    internal AlgoOrderMayBeActiveException(CancelAlgoOrderOutcome outcome, string message)
        : base(message, ExecutionOf(outcome), ((ICallOutcome)outcome).OutcomeError) => Outcome = outcome;

    /// <summary>Gets the outcome, which contains the known facts about the order.</summary>
    public CancelAlgoOrderOutcome Outcome { get; }

    // A cancel by client id may have hit another order than the one of the outcome.
    private static ExecutionStatus ExecutionOf(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Triggered or CancelAlgoOrderOutcome.StillOpen when !outcome.Attempts.Any(MayHaveBeenExecuted) => ExecutionStatus.NotExecuted,
        _ => ExecutionStatus.Unknown,
    };

    private static bool MayHaveBeenExecuted(CancelAttempt attempt) =>
        attempt.Execution != ExecutionStatus.NotExecuted && attempt.Endpoint.StartsWith("DELETE", StringComparison.Ordinal);
}
