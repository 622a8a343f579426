namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws calls that cancel several orders, some of which never existed.</summary>
internal static class BulkGenerator
{
    /// <summary>The client's own, which no single call has: with the id, it tells which item a request belongs to.</summary>
    public static readonly TimeSpan RecvWindow = TimeSpan.FromMilliseconds(5050);

    public static BulkPlan Draw(Dice dice, IReadOnlyList<OrderPlan> orders, CampaignMode mode)
    {
        TimeSpan? timeout = CallGenerator.DrawTimeout(dice, mode);
        string? symbol = dice.Chance(0.5) ? null : dice.OneOf([.. orders]).Terms.Symbol;
        TimeSpan startsAt = dice.Chance(0.6) ? TimeSpan.Zero : dice.Seconds(0, 2);
        var items = Enumerable.Range(0, orders.Count).Where(_ => dice.Chance(0.8)).Select(order => Item(order)).ToList();
        if (items.Count == 0 || dice.Chance(0.3))
        {
            items.Insert(dice.Below(items.Count + 1), Item(order: null));
        }

        return new BulkPlan
        {
            Items = items,
            MaxConcurrency = 1 + dice.Below(4),
            StartsAt = startsAt,
            GivesUpAfter = dice.Chance(0.05) ? dice.Seconds(0, 10) : null,
        };

        CallPlan Item(int? order) => new()
        {
            Order = order,
            ByClientAlgoId = dice.Chance(0.5),
            Symbol = symbol,
            RecvWindow = RecvWindow,
            Timeout = timeout,
            StartsAt = startsAt,
            GivesUpAfter = null,
            IsSingleCancel = false,
        };
    }
}
