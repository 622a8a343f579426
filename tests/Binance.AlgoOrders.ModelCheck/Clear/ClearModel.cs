namespace Binance.AlgoOrders.ModelCheck;

/// <summary>The model of a cancel of all orders around the library's <see cref="ClearDecision"/>.</summary>
internal sealed class ClearModel(Bounds bounds, BrokenClearRule? rule = null) : IModel<ClearState>
{
    private readonly ClearClient _client = new(new ClearFactsTable(rule));

    public IEnumerable<ClearState> InitialStates
    {
        get
        {
            var views = new List<ClearOrder> { default };
            for (byte cancel = 0; cancel <= 3; cancel++)
            {
                for (byte list = 0; list <= 3; list++)
                {
                    views.Add(ClearOrder.Placed(cancel, list));
                }
            }

            foreach (ClearOrder first in views)
            {
                foreach (ClearOrder second in views)
                {
                    var state = default(ClearState);
                    (state.Orders[0], state.Orders[1]) = (first, second);
                    _client.Begin(ref state);
                    yield return state;
                }
            }
        }
    }

    public Lie LieOf(in ClearState state) => state.Lie;

    public string DescribeStart(in ClearState state) => ClearText.DescribeStart(state);

    public string Describe(in ClearState before, Move move, in ClearState after) => ClearText.Describe(before, move, after);

    public void AddSuccessors(in ClearState state, SuccessorList<ClearState> successors)
    {
        ClearMoves.AddExecutions(successors, state);
        if (state.Phase == ClearPhase.Returned)
        {
            ClearMoves.AddAfterReturn(successors, state);
            return;
        }

        AddResponses(successors, state);
        if (state.Changes < bounds.Changes)
        {
            ClearMoves.AddChanges(successors, state);
        }

        AddTick(successors, state);
    }

    private void AddResponses(SuccessorList<ClearState> successors, in ClearState state)
    {
        bool hasFault = state.Faults < bounds.Faults;
        switch (state.Phase)
        {
            case ClearPhase.CancelAll:
                AddCancelAll(successors, state, hasFault);
                break;
            case ClearPhase.List:
                AddList(successors, state, hasFault);
                break;
            case ClearPhase.Settle:
                AddSettling(successors, state, hasFault);
                break;
        }
    }

    private void AddCancelAll(SuccessorList<ClearState> successors, in ClearState state, bool hasFault)
    {
        ClearState next = state;
        if (state.IsExecuted)
        {
            _client.Acknowledge(ref next);
            successors.Add(new Move(MoveKind.Deliver), next);
        }

        if (!hasFault)
        {
            return;
        }

        ClearState lost = state;
        lost.Faults++;
        lost.UnknownUntil = Math.Max(lost.UnknownUntil, (byte)(state.At + Bounds.RecvWindow + 1));
        (lost.LateCopyUntil, lost.AwaitedCopyUntil) = (Math.Max(lost.LateCopyUntil, lost.AwaitedCopyUntil), 0);
        _client.Fail(ref lost);
        successors.Add(new Move(MoveKind.Lose), lost);
        if (!state.IsExecuted)
        {
            ClearState refused = state;
            refused.Faults++;
            refused.AwaitedCopyUntil = 0;
            _client.Fail(ref refused);
            successors.Add(new Move(MoveKind.Refuse), refused);
        }
    }

    // Of several copies of a list, the first response counts, which may be older than that of another copy.
    private void AddList(SuccessorList<ClearState> successors, in ClearState state, bool hasFault)
    {
        if (state.Listed > 0)
        {
            DeliverList(successors, state, state.Listed);
            return;
        }

        byte listed = (byte)(state.OrdersInList + 1);
        DeliverList(successors, state, listed);
        if (state.Hedges < bounds.Hedges)
        {
            ClearState late = state;
            late.Hedges++;
            late.Listed = listed;
            successors.Add(new Move(MoveKind.Process), late);
        }

        if (hasFault)
        {
            ClearState failed = state;
            failed.Faults++;
            _client.List(ref failed, isEmpty: null);
            successors.Add(new Move(MoveKind.Refuse), failed);
        }
    }

    private void DeliverList(SuccessorList<ClearState> successors, in ClearState state, byte listed)
    {
        ClearState next = state;
        next.Listed = 0;
        int shown = listed - 1;
        next.Orders[0].IsSeen |= (shown & 1) != 0;
        next.Orders[1].IsSeen |= (shown & 2) != 0;
        _client.List(ref next, isEmpty: shown == 0);
        successors.Add(new Move(MoveKind.Respond, (byte)Math.Min(shown, 1)), next);
    }

    // A cancel of one order is checked by its own model. Its claim is true, or it makes none.
    private void AddSettling(SuccessorList<ClearState> successors, in ClearState state, bool hasFault)
    {
        ClearState settled = state;
        for (int order = 0; order < 2; order++)
        {
            if (settled.Orders[order].IsSeen)
            {
                (settled.Orders[order].IsLive, settled.Orders[order].IsSettled) = (false, true);
            }
        }

        _client.Settle(ref settled);
        successors.Add(new Move(MoveKind.Respond, 1), settled);
        if (hasFault)
        {
            ClearState failed = state;
            failed.Faults++;
            _client.Settle(ref failed);
            successors.Add(new Move(MoveKind.Refuse), failed);
        }
    }

    private void AddTick(SuccessorList<ClearState> successors, in ClearState state)
    {
        bool isPause = state.Phase is ClearPhase.Pause or ClearPhase.Expiry;
        if (state.Tick >= state.Until || (!isPause && state.Delays >= bounds.Delays))
        {
            return;
        }

        ClearState next = ClearMoves.AfterTick(state);
        if (!isPause)
        {
            next.Delays++;
        }
        else if (next.Tick == next.Until && next.Phase == ClearPhase.Pause)
        {
            _client.EndPause(ref next);
        }
        else if (next.Tick == next.Until)
        {
            _client.EndExpiry(ref next, isExpired: true);
        }

        successors.Add(new Move(MoveKind.Tick), next);
    }
}
