using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Contains what a failed attempt says.</summary>
/// <param name="Execution">The execution of its request.</param>
/// <param name="Then">The next step.</param>
/// <param name="IsNotFound">True if Binance did not find the order.</param>
/// <param name="BlockedFor">The time for which nothing may be sent, or null if no limit was exceeded.</param>
/// <param name="HasOtherInProgress">True if another attempt of the same request is in progress, and may still be executed.</param>
internal readonly record struct AttemptFacts(
    ExecutionStatus Execution, NextStep Then, bool IsNotFound = false, TimeSpan? BlockedFor = null, bool HasOtherInProgress = false)
{
    /// <summary>True if a copy of the request may still be executed.</summary>
    public bool MayStillBeExecuted => Execution == ExecutionStatus.Unknown || HasOtherInProgress;

    /// <summary>True if no retry helps.</summary>
    public bool IsPermanent => BlockedFor is null && Then is NextStep.GiveUp or NextStep.RefreshKey;

    /// <summary>True if only a lookup shows the state of the order.</summary>
    public bool NeedsLookup => BlockedFor is null && (MayStillBeExecuted || Then == NextStep.LookUp);

    /// <summary>Returns the facts after the block has ended.</summary>
    public AttemptFacts AfterBlock() => this with { BlockedFor = null };

    public static AttemptFacts Of(Attempt attempt) => new(attempt.Execution, GetNextStep(attempt), attempt.IsNotFound(), GetBlockedFor(attempt));

    // The rule speaks of the last copy. If there were several, only a lookup shows what an earlier one did.
    private static NextStep GetNextStep(Attempt attempt)
    {
        ResponseRule rule = attempt.Rule!;
        return attempt.Execution == rule.Execution ? rule.Then : NextStep.LookUp;
    }

    // A limit of new orders never delays a cancel.
    private static TimeSpan? GetBlockedFor(Attempt attempt)
    {
        if (attempt.Hold is { Block.Scope: RateLimitScope.Address } hold)
        {
            return hold.Remaining;
        }

        return null;
    }
}
