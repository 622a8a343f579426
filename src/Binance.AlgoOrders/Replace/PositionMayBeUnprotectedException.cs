namespace Binance.AlgoOrders;

/// <summary>Thrown by <see cref="ReplaceAlgoOrderOutcome.EnsureProtected"/> if the position is not known to be protected.</summary>
public sealed class PositionMayBeUnprotectedException : AlgoOrderException
{
    internal PositionMayBeUnprotectedException(ReplaceAlgoOrderOutcome outcome, string message)
        : base(message, ExecutionStatus.Unknown, ((ICallOutcome)outcome).OutcomeError) => Outcome = outcome;

    /// <summary>Gets the outcome, which contains the known facts about both orders and their ids.</summary>
    public ReplaceAlgoOrderOutcome Outcome { get; }
}
