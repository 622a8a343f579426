namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws bulk calls. Some of their orders never existed.</summary>
internal static class BulkGenerator
{
    /// <summary>The recvWindow of the client, which no single call has. Together with the id it identifies the item of a request.</summary>
    public static readonly TimeSpan RecvWindow = TimeSpan.FromMilliseconds(5050);

    public static BulkPlan Draw(Dice dice, IReadOnlyList<OrderPlan> orders, CampaignMode mode)
    {
        TimeSpan? timeout = CallGenerator.DrawTimeout(dice, mode);
        string? symbol = dice.Chance(0.5) ? null : dice.OneOf([.. orders]).Terms.Symbol;
        TimeSpan startsAt = CallGenerator.DrawStart(dice);
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
            GivesUpAfter = DrawGivesUpAfter(dice),
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

    public static TimeSpan? DrawGivesUpAfter(Dice dice) => dice.Chance(0.05) ? dice.Seconds(0, 10) : null;
}
