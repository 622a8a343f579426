namespace Binance.AlgoOrders.Samples;

/// <summary>The state that the page shows. Ids are strings, because some are too large for a number in JavaScript.</summary>
internal sealed record PageState(
    DateTimeOffset Now,
    ConnectionGuide Use,
    MarketView Market,
    bool IsHedgeMode,
    LimitsView Limits,
    IReadOnlyList<ArmedView> Armed,
    IReadOnlyList<OrderView> Orders,
    int OrdersInAll,
    IReadOnlyList<EventView> Events,
    int EventsInAll,
    IReadOnlyList<RequestView> Requests,
    long RequestsInAll);
