namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Follows the library's decision from one wait to the next.</summary>
internal sealed class ClearClient(ClearFactsTable facts)
{
    public void Begin(ref ClearState state) => React(ref state, facts.Add(new ClearFacts()));

    public void Acknowledge(ref ClearState state) => React(ref state, facts.AfterAcknowledgement(state.Facts, state.Tick));

    /// <summary>Applies a cancel of all orders that failed, which is unknown as long as a copy may be executed.</summary>
    public void Fail(ref ClearState state) =>
        React(ref state, facts.AfterFailure(state.Facts, state.UnknownUntil == 0 ? null : (byte)(state.UnknownUntil - 1 + Bounds.Margin)));

    public void List(ref ClearState state, bool? isEmpty) =>
        React(ref state, facts.Add(facts[state.Facts].AfterList(isEmpty, Bounds.Ticks(state.At), state.Seen, state.Unsettled)));

    public void Settle(ref ClearState state) => React(ref state, facts.Add(facts[state.Facts].AfterSettling(state.Unsettled)));

    public void EndPause(ref ClearState state) => React(ref state, facts.Add(facts[state.Facts].AfterPause()));

    public void EndExpiry(ref ClearState state, bool isExpired)
    {
        state.UnknownUntil = isExpired ? (byte)0 : state.UnknownUntil;
        React(ref state, facts.Add(facts[state.Facts].AfterExpiry(isExpired)));
    }

    private void React(ref ClearState state, int next)
    {
        state.Facts = next;
        (state.At, state.Until) = (state.Tick, (byte)Math.Min(state.Tick + 1, Bounds.Timeout));
        if (++state.StepsInTick > Bounds.MaxStepsInTick)
        {
            state.Lie = Lie.EndlessLoop;
            return;
        }

        (ClearStep step, byte pause) = facts.NextStep(state.Facts, state.Tick);
        switch (step)
        {
            case ClearStep.ClaimClear or ClearStep.ClaimNotClear:
                Return(ref state, step == ClearStep.ClaimClear);
                break;
            case ClearStep.CancelAll:
                Send(ref state);
                break;
            case ClearStep.List:
                state.Phase = ClearPhase.List;
                break;
            case ClearStep.Settle:
                state.Phase = ClearPhase.Settle;
                break;
            case ClearStep.WaitForExpiry:
                WaitForExpiry(ref state);
                break;
            default:
                Pause(ref state, pause);
                break;
        }
    }

    private static void Send(ref ClearState state)
    {
        if (state.UnknownUntil > state.Tick)
        {
            state.Lie = Lie.RepeatedTooEarly;
        }

        (state.Phase, state.IsExecuted) = (ClearPhase.CancelAll, false);
        state.AwaitedCopyUntil = (byte)(state.Tick + Bounds.RecvWindow + 1);
    }

    private void Pause(ref ClearState state, byte pause)
    {
        state.Phase = ClearPhase.Pause;
        state.Until = (byte)Math.Min(state.Tick + pause, Bounds.Timeout);
        if (pause == 0)
        {
            EndPause(ref state);
        }
    }

    private void WaitForExpiry(ref ClearState state)
    {
        int expiresAt = state.UnknownUntil == 0 ? 0 : state.UnknownUntil - 1 + Bounds.Margin;
        if (expiresAt > Bounds.Timeout)
        {
            EndExpiry(ref state, isExpired: false);
            return;
        }

        (state.Phase, state.Until) = (ClearPhase.Expiry, (byte)expiresAt);
        if (expiresAt <= state.Tick)
        {
            EndExpiry(ref state, isExpired: true);
        }
    }

    private static void Return(ref ClearState state, bool isClear)
    {
        (state.Phase, state.IsClear) = (ClearPhase.Returned, isClear);
        for (int order = 0; isClear && order < 2; order++)
        {
            if (state.Orders[order].IsLive && CanBeKnown(state, state.Orders[order]))
            {
                state.Lie = Lie.NotClear;
            }
        }
    }

    // A list that lags longer than VisibilityLag shows too little, but then a cancel of all orders would have found the order.
    private static bool CanBeKnown(in ClearState state, in ClearOrder order)
    {
        if (order.WasPlacedInCall)
        {
            return state.Tick - order.ListFrom >= Bounds.Lag;
        }

        return order.ListFrom <= Bounds.Lag || (order.CancelFrom == 0 && state.Seen == 0);
    }
}
