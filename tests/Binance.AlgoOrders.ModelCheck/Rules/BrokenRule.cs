namespace Binance.AlgoOrders.ModelCheck;

/// <summary>
/// Breaks one rule of the decision, so that the check must find a lie. The library's functions are called as they are. A broken rule changes only their
/// arguments, or replaces one step.
/// </summary>
/// <param name="name">The rule as it is broken.</param>
internal sealed class BrokenRule(string name)
{
    public string Name => name;

    /// <summary>True if the list counts as read although it was not.</summary>
    public bool SkipsList { get; init; }

    /// <summary>True if the outcome does not say until when copies may be executed.</summary>
    public bool ForgetsCopies { get; init; }

    /// <summary>True if the outcome of an acknowledged cancel does not say that another copy of it may be executed.</summary>
    public bool ForgetsOtherCopies { get; init; }

    /// <summary>Gets the function that returns the id to send.</summary>
    public Func<CancelFacts, AlgoOrderId> IdOf { get; init; } = static facts => facts.Id;

    /// <summary>Gets the function that returns an order as the client reads it.</summary>
    public Func<AlgoOrder, AlgoOrder> Seen { get; init; } = static order => order;

    /// <summary>Gets the function that returns the facts after a cancel that failed.</summary>
    public Func<CancelFacts, AttemptFacts, TimeSpan, TimeSpan, CancelFacts> AfterCancel { get; init; } =
        static (facts, failure, at, expiresAt) => facts.AfterCancel(failure, at, expiresAt);

    /// <summary>Gets the function that returns the next step.</summary>
    public Func<CancelFacts, CancelTime, CancelStep> Next { get; init; } = CancelDecision.Next;
}
