namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Changes orders without the client: the market, the system or another party.</summary>
internal sealed class OrderMoves(Bounds bounds)
{
    private static readonly byte[] Lags = [0, 2, 3];
    private static readonly byte[] NewLags = [0, 3];

    public void AddTo(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Changes >= bounds.Changes || state.Phase == ClientPhase.Returned)
        {
            return;
        }

        for (byte order = 0; order < 2; order++)
        {
            AddChanges(successors, state, order);
        }

        AddReplacement(successors, state);
        AddHiding(successors, state);
        AddForgetting(successors, state);
    }

    private static void AddChanges(SuccessorList<CancelState> successors, in CancelState state, byte order)
    {
        foreach (OrderStatus status in Following(state.Orders[order].Status))
        {
            foreach (byte lag in Lags)
            {
                CancelState next = state;
                next.Changes++;
                next.Orders[order].Change(status, state.Tick, lag);
                successors.Add(new Move(MoveKind.Change, order, (byte)status), next);
            }
        }
    }

    private static OrderStatus[] Following(OrderStatus status) => status switch
    {
        OrderStatus.New => [OrderStatus.Triggering, OrderStatus.Triggered, OrderStatus.Finished, OrderStatus.Canceled, OrderStatus.Expired],
        OrderStatus.Triggering => [OrderStatus.Triggered, OrderStatus.Rejected],
        OrderStatus.Triggered => [OrderStatus.Finished],
        _ => [],
    };

    private static void AddReplacement(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (!state.Request.IsByClientId || state.Orders[1].Status != OrderStatus.Absent || !state.Orders[0].Status.FreesClientId())
        {
            return;
        }

        foreach (byte lag in NewLags)
        {
            CancelState next = state;
            next.Changes++;
            byte from = (byte)(state.Tick + lag);
            next.Orders[1] = OrderState.Placed(OrderStatus.New, (sbyte)state.Tick, new Views(from, from, from));
            successors.Add(new Move(MoveKind.Replace, Value: lag), next);
        }
    }

    private static void AddHiding(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Request.IsOld || state.Orders[0] is not { Status: OrderStatus.New, QueryFrom: 0 })
        {
            return;
        }

        CancelState next = state;
        next.Changes++;
        byte from = (byte)(state.Tick + Bounds.Lag);
        (next.Orders[0].QueryFrom, next.Orders[0].CancelFrom, next.Orders[0].ListFrom) = (from, from, from);
        successors.Add(new Move(MoveKind.Hide), next);
    }

    private static void AddForgetting(SuccessorList<CancelState> successors, in CancelState state)
    {
        if (state.Request.IsOld && state.Orders[0].Status is OrderStatus.Canceled or OrderStatus.Expired or OrderStatus.Rejected)
        {
            CancelState next = state;
            next.Changes++;
            next.Orders[0].Change(OrderStatus.Forgotten, state.Tick, lag: 0);
            successors.Add(new Move(MoveKind.Forget), next);
        }
    }
}
