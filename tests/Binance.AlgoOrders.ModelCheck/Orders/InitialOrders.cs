namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Creates the orders that exist when a call begins.</summary>
internal static class InitialOrders
{
    private static readonly Views Visible = new(0, 0, 0);

    private static readonly Views[] FewViews =
    [
        Visible, new(2, 0, 0), new(2, 2, 0), new(2, 2, 2), new(3, 3, 0), new(3, 2, 1), new(0, 3, 3), new(3, 3, 3), new(OrderState.Never, 2, 0),
    ];

    // A replica may lack an old order for good, but the list of open orders is immediate.
    private static readonly Views[] OldViews = [Visible, new(OrderState.Never, 0, 0), new(OrderState.Never, 2, 0), new(OrderState.Never, OrderState.Never, 0)];

    public static IEnumerable<OrderPair> For(Scenario scenario, Bounds bounds)
    {
        Views[] views = scenario.IsOld ? OldViews : GetViews(bounds);
        if (!scenario.IsForOrder)
        {
            yield return default;
        }

        foreach (Views view in views)
        {
            yield return Pair(OrderState.Placed(OrderStatus.New, OrderState.BeforeCall, view), default);
        }

        foreach (OrderState ended in Ended(scenario))
        {
            yield return Pair(ended, default);
            for (int index = 0; scenario.IsByClientId && index < FewViews.Length; index++)
            {
                yield return Pair(ended, OrderState.Placed(OrderStatus.New, OrderState.BeforeCall, FewViews[index]));
            }
        }
    }

    private static OrderPair Pair(in OrderState first, in OrderState second)
    {
        OrderPair pair = default;
        (pair[0], pair[1]) = (first, second);
        return pair;
    }

    /// <summary>Returns orders that ended before the call, some of which the query still shows as live.</summary>
    private static IEnumerable<OrderState> Ended(Scenario scenario)
    {
        for (OrderStatus status = OrderStatus.Triggering; status <= OrderStatus.Rejected; status++)
        {
            if (status == OrderStatus.Triggering && scenario.IsByClientId)
            {
                continue;
            }

            yield return OrderState.Placed(status, OrderState.BeforeCall, Visible);
            for (byte until = 1; until <= Bounds.Lag; until++)
            {
                yield return ShownAsNew(status, until);
            }
        }

        if (scenario.IsOld)
        {
            yield return OrderState.Placed(OrderStatus.Forgotten, OrderState.BeforeCall, Visible);
        }
    }

    private static OrderState ShownAsNew(OrderStatus status, byte until)
    {
        OrderState order = OrderState.Placed(status, OrderState.BeforeCall, Visible);
        (order.Shown, order.ShownUntil, order.LagsTooLong) = (OrderStatus.New, until, until - OrderState.BeforeCall > Bounds.Lag);
        return order;
    }

    private static Views[] GetViews(Bounds bounds)
    {
        if (!bounds.AllViews)
        {
            return FewViews;
        }

        IEnumerable<Views> all = from query in Enumerable.Range(0, 4)
                                 from cancel in Enumerable.Range(0, 4)
                                 from list in Enumerable.Range(0, 4)
                                 select new Views((byte)query, (byte)cancel, (byte)list);
        return [.. all, .. FewViews.Where(view => view.Query == OrderState.Never)];
    }
}
