namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Sends another copy of the cancel in progress, because no response to the first one came in time.</summary>
internal sealed class HedgeMoves(CancelClient client, Bounds bounds)
{
    // Copies of one request, at most.
    private const int MaxCopies = 3;

    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Phase == ClientPhase.Cancel && state.Hedges < bounds.Hedges)
        {
            AddResponseToHedge(successors, state);
            AddResponseToFirst(successors, state);
            AddLossOfAll(successors, state);
        }
    }

    // The first copy may have been executed, in which case its response is late.
    private void AddResponseToHedge(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = AfterHedge(state);
        (next.Response, next.Acknowledged) = (CancelResponse.None, 0);
        (next.SentAt, next.CopiesSent, next.AttemptCopies) = (state.Tick, 1, 1);
        next.OthersUntil = Math.Max(state.OthersUntil, state.ExpiresAt);
        if (next.AddCopy(client.TargetOf(state), next.ExpiresAt))
        {
            successors.Add(new Move(MoveKind.Hedge), next);
        }
    }

    private void AddResponseToFirst(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = AfterHedge(state);
        byte expires = (byte)(state.Tick + Bounds.RecvWindow);
        next.OthersUntil = Math.Max(state.OthersUntil, expires);
        if (next.AddCopy(client.TargetOf(state), expires))
        {
            successors.Add(new Move(MoveKind.Hedge, Value: 1), next);
        }
    }

    private void AddLossOfAll(SuccessorList<CancelState> successors, in CancelState state)
    {
        CancelState next = AfterHedge(state);
        next.OthersUntil = (byte)(state.Tick + Bounds.RecvWindow);
        for (int copy = 1; copy < MaxCopies; copy++)
        {
            next.AddCopy(client.TargetOf(state), next.OthersUntil);
        }

        client.FailCancel(ref next, FailureKinds.Unknown);
        successors.Add(new Move(MoveKind.LoseAll), next);
    }

    private static CancelState AfterHedge(in CancelState state)
    {
        CancelState next = state;
        next.Hedges++;
        return next;
    }
}
