namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws who cancels what, when, and with how much patience.</summary>
internal static class CallGenerator
{
    private static readonly int[] RecvWindows = [500, 1000, 2500, 5000, 5100, 5200, 10_000, 59_900];

    public static CallPlan Draw(Dice dice, int place, IReadOnlyList<OrderPlan> orders, ClientPlan client, CampaignMode mode)
    {
        int? order = dice.Chance(0.06) ? null : dice.Below(orders.Count);
        TimeSpan? timeout = DrawTimeout(dice, mode);
        return new CallPlan
        {
            Order = order,
            ByClientAlgoId = dice.Chance(0.5),
            Symbol = DrawSymbol(dice, order is { } known ? orders[known].Terms.Symbol : null),
            RecvWindow = TimeSpan.FromMilliseconds(DrawRecvWindow(dice, mode) + place),
            Timeout = timeout,
            StartsAt = dice.Chance(0.6) ? TimeSpan.Zero : dice.Seconds(0, 2),
            GivesUpAfter = dice.Chance(0.05) ? dice.Between(TimeSpan.Zero, timeout ?? client.Timeout) : dice.Chance(0.02) ? TimeSpan.Zero : null,
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

    // A window that is shorter than the way to the exchange can only be refused.
    private static int DrawRecvWindow(Dice dice, CampaignMode mode) =>
        mode == CampaignMode.FaultsToTheEnd && dice.Chance(0.03) ? 50 : dice.OneOf(RecvWindows);

    private static string? DrawSymbol(Dice dice, string? ownSymbol) => dice.Below(20) switch
    {
        < 9 => null,
        9 => OrderGenerator.DrawSymbol(dice),
        _ => ownSymbol ?? OrderGenerator.DrawSymbol(dice),
    };
}
