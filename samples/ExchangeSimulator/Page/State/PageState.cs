namespace Binance.AlgoOrders.Samples;

/// <summary>All that the page shows. Ids are texts: some are beyond what a script's number holds exactly.</summary>
internal sealed record PageState(
    DateTimeOffset Now,
    HowToUse Use,
    LimitsView Limits,
    IReadOnlyList<ArmedView> Armed,
    IReadOnlyList<OrderView> Orders,
    int OrdersInAll,
    IReadOnlyList<RequestView> Requests,
    int RequestsInAll);
