namespace Binance.AlgoOrders;

/// <summary>
/// Decides about the next step of a cancel of all orders, or about its claim. The decision is a pure function of the facts and the time, so that it can be
/// checked for every reachable state.
/// </summary>
internal static class ClearDecision
{
    private const int MinLists = 2;

    public static ClearStep Next(ClearFacts facts, CancelTime time)
    {
        bool isEmptyForLong = IsEmptyForLong(facts, time.VisibilityLag);
        if (isEmptyForLong && IsClear(facts))
        {
            return ClearStep.ClaimClear;
        }

        bool cannotBeClear = isEmptyForLong && facts.Unsettled == 0 && facts.ExpiresAt >= time.End;
        if (time.Remaining == TimeSpan.Zero || cannotBeClear)
        {
            return ClearStep.ClaimNotClear;
        }

        return facts.LastEvent switch
        {
            ClearEvent.Begin => ClearStep.CancelAll,
            ClearEvent.CancelAll => ClearStep.List,
            ClearEvent.List when facts.Unsettled > 0 => ClearStep.Settle,
            ClearEvent.Pause => AfterPause(facts, time),
            _ => ClearStep.Pause,
        };
    }

    /// <summary>Returns the pause before the next list.</summary>
    public static TimeSpan GetPause(ClearFacts facts, CancelTime time)
    {
        if (facts.EmptySince is { } since)
        {
            return LookupPauses.WithoutTrace(facts.EmptyLists, since + time.VisibilityLag - time.Elapsed, time.Backoff);
        }

        return time.Backoff;
    }

    private static bool IsEmptyForLong(ClearFacts facts, TimeSpan visibilityLag) =>
        facts.EmptyLists >= MinLists && facts.EmptyUntil - facts.EmptySince >= visibilityLag;

    // Without an acknowledgement, and without an order that was settled, an empty list may only lag.
    private static bool IsClear(ClearFacts facts) =>
        facts is { Unsettled: 0, ExpiresAt: null } && (facts.AcknowledgedAt is not null || facts.IsSettled);

    private static ClearStep AfterPause(ClearFacts facts, CancelTime time)
    {
        // A second cancel of all orders could be executed after the first one was waited for.
        if (facts is { AcknowledgedAt: null, ExpiresAt: null, IsSettled: false })
        {
            return ClearStep.CancelAll;
        }

        if (facts.Unsettled == 0 && facts.ExpiresAt < time.End)
        {
            return ClearStep.WaitForExpiry;
        }

        return ClearStep.List;
    }
}

/// <summary>Specifies the next step of a cancel of all orders.</summary>
internal enum ClearStep
{
    /// <summary>End the call with the claim that the symbol is clear.</summary>
    ClaimClear,

    /// <summary>End the call without that claim.</summary>
    ClaimNotClear,

    /// <summary>Cancel all orders.</summary>
    CancelAll,

    /// <summary>List the open orders.</summary>
    List,

    /// <summary>Cancel the orders that were seen one by one.</summary>
    Settle,

    /// <summary>Send nothing for a while.</summary>
    Pause,

    /// <summary>Wait until no copy of a cancel can be executed any more.</summary>
    WaitForExpiry,
}
