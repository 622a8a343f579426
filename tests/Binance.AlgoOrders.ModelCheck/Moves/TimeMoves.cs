namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Lets time pass, and lets the user place the next order after the call has returned.</summary>
internal sealed class TimeMoves(CancelClient client, Bounds bounds)
{
    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Phase == ClientPhase.Returned)
        {
            AddAfterReturn(successors, state);
            return;
        }

        bool isPause = state.Phase is ClientPhase.Pause or ClientPhase.Expiry;
        if (state.Tick >= state.Until || (!isPause && state.Delays >= bounds.Delays))
        {
            return;
        }

        CancelState next = AfterTick(state);
        next.Delays += isPause ? (byte)0 : (byte)1;
        if (next.Tick == next.Until && isPause)
        {
            FactsEventKind ended = next.Phase == ClientPhase.Pause ? FactsEventKind.Paused : FactsEventKind.Expired;
            client.React(ref next, ended == FactsEventKind.Paused ? new FactsEvent(ended) : new FactsEvent(ended, next.Tick));
        }

        successors.Add(new Move(MoveKind.Tick), next);
    }

    // Nothing can happen any more once the last copy has expired.
    private static void AddAfterReturn(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Copies[0].Target == CopyTarget.None)
        {
            return;
        }

        successors.Add(new Move(MoveKind.Tick), AfterTick(state));
        if (!state.HasNext && state.Orders[0].Status.FreesClientIdOrIsAbsent() && state.Orders[1].Status.FreesClientIdOrIsAbsent())
        {
            CancelState next = state;
            next.HasNext = true;
            successors.Add(new Move(MoveKind.PlaceNext), next);
        }
    }

    private static CancelState AfterTick(in CancelState state)
    {
        CancelState next = state;
        next.Tick++;
        next.StepsInTick = 0;
        next.RemoveExpiredCopies();
        next.Orders[0].Show(next.Tick);
        next.Orders[1].Show(next.Tick);
        return next;
    }
}
