namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws single calls: the order, the start, the timeout, and the cancellation by the caller.</summary>
internal static class CallGenerator
{
    private static readonly int[] RecvWindows = [500, 1000, 2500, 5000, 5100, 5200, 10_000, 59_900];

    public static CallPlan Draw(Dice dice, int index, IReadOnlyList<OrderPlan> orders, ClientPlan client, CampaignMode mode)
    {
        int? order = dice.Chance(0.06) ? null : dice.Below(orders.Count);
        TimeSpan? timeout = DrawTimeout(dice, mode);
        return new CallPlan
        {
            Order = order,
            ByClientAlgoId = dice.Chance(0.5),
            Symbol = DrawSymbol(dice, SymbolOf(order, orders)),
            RecvWindow = TimeSpan.FromMilliseconds(DrawRecvWindow(dice, mode) + index),
            Timeout = timeout,
            StartsAt = DrawStart(dice),
            GivesUpAfter = DrawGivesUpAfter(dice, timeout ?? client.Timeout),
            IsSingleCancel = dice.Chance(0.1),
        };
    }

    public static TimeSpan? DrawTimeout(Dice dice, CampaignMode mode) => (mode, dice.Below(4)) switch
    {
        (_, < 2) => null,
        (CampaignMode.FaultsStopEarly, _) => dice.Seconds(10, 40),
        (_, 2) => dice.Seconds(0.2, 5),
        _ => dice.Seconds(5, 60),
    };

    public static TimeSpan DrawStart(Dice dice) => dice.Chance(0.6) ? TimeSpan.Zero : dice.Seconds(0, 2);

    private static TimeSpan? DrawGivesUpAfter(Dice dice, TimeSpan timeout)
    {
        if (dice.Chance(0.05))
        {
            return dice.Between(TimeSpan.Zero, timeout);
        }

        return dice.Chance(0.02) ? TimeSpan.Zero : null;
    }

    private static string? SymbolOf(int? order, IReadOnlyList<OrderPlan> orders) => order is { } known ? orders[known].Terms.Symbol : null;

    // The exchange can only reject a window that is shorter than the latency.
    private static int DrawRecvWindow(Dice dice, CampaignMode mode) =>
        mode == CampaignMode.FaultsToTheEnd && dice.Chance(0.03) ? 50 : dice.OneOf(RecvWindows);

    private static string? DrawSymbol(Dice dice, string? ownSymbol) => dice.Below(20) switch
    {
        < 9 => null,
        9 => OrderGenerator.DrawSymbol(dice),
        _ => ownSymbol ?? OrderGenerator.DrawSymbol(dice),
    };
}
