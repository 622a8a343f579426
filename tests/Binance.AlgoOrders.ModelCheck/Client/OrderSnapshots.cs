namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Creates orders as Binance's query and list show them.</summary>
internal static class OrderSnapshots
{
    public static long AlgoIdOf(int order) => order + 1;

    /// <summary>Returns the order with an algoId.</summary>
    public static int IndexOf(AlgoOrder order) => (int)order.AlgoId - 1;

    /// <summary>Creates an order as the query shows it.</summary>
    public static AlgoOrder Create(Scenario scenario, int order, in OrderState state) => new()
    {
        AlgoId = AlgoIdOf(order),
        ClientAlgoId = Scenario.ClientId,
        Status = state.Shown.OnTheWire(),
        Symbol = scenario.HasSymbol ? Scenario.Symbol : null,
        CreateTime = scenario.CreateTimeOf(order, state.PlacedAt),
        UpdateTime = Bounds.Epoch + Bounds.Ticks(state.ShownChangedAt),
        TriggerTime = state.Shown.HasTriggered() ? Bounds.Epoch + Bounds.Ticks(state.ShownTriggeredAt) : null,
    };

    /// <summary>Returns a number that is equal for equal snapshots.</summary>
    public static int KeyOf(byte scenario, int order, in OrderState state) =>
        ((((((((scenario * 2) + order) * 16) + (int)state.Shown) * 16 + state.ShownChangedAt + 1) * 16) + state.PlacedAt + 1) * 16) + state.ShownTriggeredAt + 1;
}
