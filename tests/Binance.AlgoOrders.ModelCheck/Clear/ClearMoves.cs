namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Executes copies, changes orders and lets time pass.</summary>
internal static class ClearMoves
{
    private static readonly byte[] NewLags = [0, 2, 3];

    public static void AddExecutions(SuccessorList<ClearState> successors, in ClearState state)
    {
        if (state.AwaitedCopyUntil > state.Tick)
        {
            ClearState next = state;
            (next.AwaitedCopyUntil, next.IsExecuted) = (0, true);
            Execute(ref next);
            successors.Add(new Move(MoveKind.Execute), next);
        }

        if (state.LateCopyUntil > state.Tick)
        {
            ClearState next = state;
            next.LateCopyUntil = 0;
            Execute(ref next);
            successors.Add(new Move(MoveKind.ExecuteLate), next);
        }
    }

    public static void AddAfterReturn(SuccessorList<ClearState> successors, in ClearState state)
    {
        if (state.LateCopyUntil <= state.Tick)
        {
            return;
        }

        successors.Add(new Move(MoveKind.Tick), AfterTick(state));
        if (!state.HasNext)
        {
            ClearState next = state;
            next.HasNext = true;
            successors.Add(new Move(MoveKind.PlaceNext), next);
        }
    }

    public static void AddChanges(SuccessorList<ClearState> successors, in ClearState state)
    {
        for (byte order = 0; order < 2; order++)
        {
            if (state.Orders[order].IsLive)
            {
                ClearState next = state;
                next.Changes++;
                next.Orders[order].IsLive = false;
                successors.Add(new Move(MoveKind.Change, order), next);
            }
        }

        foreach (byte lag in NewLags)
        {
            if (!state.Orders[1].Exists)
            {
                ClearState next = state;
                next.Changes++;
                next.Orders[1] = ClearOrder.Placed((byte)(state.Tick + lag), (byte)(state.Tick + lag));
                next.Orders[1].WasPlacedInCall = true;
                successors.Add(new Move(MoveKind.Replace, Value: lag), next);
            }
        }
    }

    public static ClearState AfterTick(in ClearState state)
    {
        ClearState next = state;
        next.Tick++;
        next.StepsInTick = 0;
        next.LateCopyUntil = next.LateCopyUntil <= next.Tick ? (byte)0 : next.LateCopyUntil;
        return next;
    }

    private static void Execute(ref ClearState state)
    {
        for (int order = 0; order < 2; order++)
        {
            state.Orders[order].IsLive &= state.Tick < state.Orders[order].CancelFrom;
        }

        bool isAdmitted = !state.IsClear && state.Tick < state.UnknownUntil;
        if (state is { Phase: ClearPhase.Returned, HasNext: true } && !isAdmitted)
        {
            state.Lie = Lie.CanceledNext;
        }
    }
}
