namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Executes copies of cancels.</summary>
internal sealed class CopyMoves(CancelClient client)
{
    private static readonly byte[] Lags = [0, 2, 3];

    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        CopyState before = default;
        for (int index = 0; index < CopyTriple.Count; index++)
        {
            CopyState copy = state.Copies[index];
            if (copy.Target == CopyTarget.None || copy.Equals(before.Target, before.Expires))
            {
                continue;
            }

            before = copy;
            AddExecutions(successors, state, index);
        }
    }

    private void AddExecutions(SuccessorList<CancelState> successors, in CancelState state, int index)
    {
        CopyState copy = state.Copies[index];
        int equal = 0;
        for (int other = 0; other < CopyTriple.Count; other++)
        {
            equal += state.Copies[other].Equals(copy.Target, copy.Expires) ? 1 : 0;
        }

        bool isOfAttempt = state.Phase == ClientPhase.Cancel && state.AttemptCopies > 0 && copy.Equals(client.TargetOf(state), state.ExpiresAt);
        if (isOfAttempt)
        {
            Add(successors, state, index, MoveKind.Execute);
        }

        if (!isOfAttempt || equal > state.AttemptCopies)
        {
            Add(successors, state, index, MoveKind.ExecuteLate);
        }
    }

    private static void Add(SuccessorList<CancelState> successors, in CancelState state, int index, MoveKind kind)
    {
        int order = FindOrder(state, state.Copies[index].Target);
        if (order >= 0 && state.Orders[order].Status == OrderStatus.New)
        {
            foreach (byte lag in Lags)
            {
                CancelState next = Remove(state, index, kind);
                Cancel(ref next, order, lag, kind);
                successors.Add(new Move(kind, (byte)order, lag), next);
            }

            return;
        }

        CancelState after = Remove(state, index, kind);
        if (order < 0 && state.HasNext && state.Copies[index].Target == CopyTarget.ClientId)
        {
            after.HasNext = false;
            after.Lie = CancelTruth.LieOfExecution(after, order: -1);
        }
        else if (kind == MoveKind.Execute)
        {
            after.Response = order < 0 ? CancelResponse.NotFound : CancelResponse.Triggering;
        }

        successors.Add(new Move(kind, byte.MaxValue), after);
    }

    private static CancelState Remove(in CancelState state, int index, MoveKind kind)
    {
        CancelState next = state;
        next.RemoveCopy(index);
        if (kind == MoveKind.Execute)
        {
            next.AttemptCopies--;
        }

        return next;
    }

    private static void Cancel(ref CancelState state, int order, byte lag, MoveKind kind)
    {
        state.Orders[order].Change(OrderStatus.Canceled, state.Tick, lag);
        state.Orders[order].WasCanceledByCall = true;
        state.WasExecuted = true;
        if (kind == MoveKind.Execute)
        {
            (state.Response, state.Acknowledged) = (CancelResponse.Acknowledgement, (byte)(order + 1));
        }

        if (state.Phase == ClientPhase.Returned)
        {
            state.Lie = CancelTruth.LieOfExecution(state, order);
        }
    }

    /// <summary>Returns the order that a cancel finds, or -1.</summary>
    private static int FindOrder(in CancelState state, CopyTarget target)
    {
        for (int order = 1; order >= 0; order--)
        {
            bool isMeant = target == CopyTarget.ClientId || (int)target == order + 1;
            if (isMeant && state.Orders[order].IsKnownToCancel(state.Tick))
            {
                return order;
            }
        }

        return -1;
    }
}
