namespace Binance.AlgoOrders.Samples;

internal sealed record LimitsView(
    int UsedWeight,
    int WeightLimit,
    IReadOnlyList<OrderCountView> OrderCounts,
    double BanSecondsLeft,
    int LimitViolations,
    int RequestsDuringBan);
