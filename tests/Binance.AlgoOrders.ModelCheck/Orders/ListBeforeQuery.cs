namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Numbers the lists that are read before a query and do not contain the order that is meant.</summary>
internal static class ListBeforeQuery
{
    public const byte None = 0;

    private const byte Empty = 1;
    private const byte FirstOrder = 2;
    private const byte FirstFailure = 4;

    /// <summary>Returns the number of a list without an order, or of a failure.</summary>
    public static byte Of(FactsEvent happened) => happened.Kind == FactsEventKind.ListFailed ? (byte)(FirstFailure + happened.Detail) : Empty;

    /// <summary>Returns the number of a list with another order of the client id.</summary>
    public static byte Of(AlgoOrder other) => (byte)(FirstOrder + OrderSnapshots.IndexOf(other));

    /// <summary>Returns the event of a list, and the order that it contains.</summary>
    public static (FactsEvent Event, AlgoOrder? Order) Read(byte list, in CancelState state)
    {
        if (list >= FirstFailure)
        {
            return (new FactsEvent(FactsEventKind.ListFailed, state.At, list - FirstFailure), null);
        }

        if (list == Empty)
        {
            return (new FactsEvent(FactsEventKind.Listed, state.At), null);
        }

        // A list contains open orders only.
        int index = list - FirstOrder;
        sbyte placedAt = state.Orders[index].PlacedAt;
        var shown = new OrderState { Shown = OrderStatus.New, ShownChangedAt = placedAt, PlacedAt = placedAt };
        int key = OrderSnapshots.KeyOf(state.Scenario, index, shown);
        return (new FactsEvent(FactsEventKind.Listed, state.At, key), OrderSnapshots.Create(state.Request, index, shown));
    }
}
