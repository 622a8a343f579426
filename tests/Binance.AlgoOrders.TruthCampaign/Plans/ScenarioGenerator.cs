using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws scenarios: the same seed and number always give the same plan.</summary>
internal static class ScenarioGenerator
{
    private const int MostOrders = 4;
    private const int MostCalls = 6;
    private const int MostPlaces = 2;

    // No more than half a second: after that a client may take the word of a query for it.
    private const double LongestInvisibility = 0.4;

    // Drawn up to 4 s, told in whole seconds, counted from a date in whole seconds.
    private static readonly TimeSpan LongestBan = TimeSpan.FromSeconds(6);

    public static int OrdersOf(int seed, int number) => 1 + new Dice(seed, number).Below(MostOrders);

    public static ScenarioPlan Draw(int seed, int number)
    {
        var dice = new Dice(seed, number);
        CampaignMode mode = number % 2 == 0 ? CampaignMode.FaultsToTheEnd : CampaignMode.FaultsStopEarly;
        OrderPlan[] orders = [.. Enumerable.Range(0, 1 + dice.Below(MostOrders)).Select(place => OrderGenerator.Draw(dice, place))];
        ClientPlan client = DrawClient(dice, mode);
        CallPlan[] calls = [.. Enumerable.Range(0, 1 + dice.Below(MostCalls)).Select(place => CallGenerator.Draw(dice, place, orders, client, mode))];

        // Of its own dice, so that orders and single cancels stay what they were.
        var family = new Dice(~seed, number);
        BulkPlan? bulk = family.Chance(0.4) ? BulkGenerator.Draw(family, orders, mode) : null;
        CallPlan[] cancels = [.. calls, .. bulk?.Items ?? []];
        int[] free = [.. Enumerable.Range(0, orders.Length).Where(place => IsFree(place))];
        PlacePlan[] places = [.. Enumerable.Range(0, family.Below(MostPlaces + 1)).Select(place => PlaceGenerator.Draw(family, place, orders, free))];
        TimeSpan? stopsAt = mode == CampaignMode.FaultsToTheEnd ? null : cancels.Min(call => call.StartsAt + ((call.Timeout ?? client.Timeout) * 2 / 3));
        return new ScenarioPlan
        {
            Seed = seed,
            Number = number,
            Mode = mode,
            Client = client,
            Clock = DrawClock(dice, stopsAt),
            Faults = DrawFaults(dice, stopsAt),
            Orders = orders,
            Calls = calls,
            Places = places,
            Bulk = bulk,
            InvisibleAfterPlacing = family.Chance(0.5) ? TimeSpan.Zero : family.Seconds(0, LongestInvisibility),
        };

        bool IsFree(int place) => PlaceGenerator.MayBeGiven(orders[place].Terms.ClientAlgoId)
            && !Array.Exists(cancels, call => call.Order == place && call.ByClientAlgoId);
    }

    private static ClientPlan DrawClient(Dice dice, CampaignMode mode)
    {
        bool isUsual = mode == CampaignMode.FaultsStopEarly || dice.Chance(0.6);
        TimeSpan timeout = isUsual ? TimeSpan.FromSeconds(10) : dice.Seconds(3, 30);
        return new ClientPlan
        {
            Timeout = timeout,
            AttemptTimeout = dice.Chance(0.6) ? TimeSpan.FromSeconds(2) : dice.Seconds(0.5, isUsual ? 2 : 3),
            MaxRetryAttempts = dice.Chance(0.7) ? 3 : dice.Below(6),
            SynchronizesFirst = dice.Chance(0.4),
            LongestWay = TimeSpan.FromMilliseconds(dice.OneOf(0, 0, 2, 20, 100, 200)),
        };
    }

    private static ClockPlan DrawClock(Dice dice, TimeSpan? stopsAt)
    {
        TimeSpan skew = dice.Below(10) switch
        {
            < 4 => TimeSpan.Zero,
            < 7 => dice.Seconds(-1.5, 1.5),
            7 => dice.Seconds(-10, 10),
            _ => dice.Seconds(-3600, 3600),
        };
        TimeSpan drift = dice.Chance(0.1) ? dice.Seconds(-0.004, 0.004) : TimeSpan.Zero;
        TimeSpan lastStep = stopsAt ?? TimeSpan.FromSeconds(12);
        int steps = dice.Chance(0.15) ? 1 + dice.Below(2) : 0;
        return new ClockPlan(skew, drift, [.. Enumerable.Range(0, steps).Select(_ => DrawStep(dice, lastStep))]);
    }

    private static ClockStep DrawStep(Dice dice, TimeSpan last) =>
        new(dice.Between(TimeSpan.Zero, last), dice.Chance(0.5) ? dice.Seconds(-3600, 3600) : dice.Seconds(-10, 10));

    private static FaultPlan DrawFaults(Dice dice, TimeSpan? stopsAt) => dice.Chance(0.15) ? DrawTroubleWithCancels(dice, stopsAt) : DrawTrouble(dice, stopsAt);

    private static FaultPlan DrawTrouble(Dice dice, TimeSpan? stopsAt)
    {
        IReadOnlyList<Fault> harmless = FaultMenu.Draw(dice);
        TimeSpan? lastBanAt = stopsAt - LongestBan;
        bool bans = lastBanAt is null || lastBanAt > TimeSpan.Zero;
        bool isEndless = stopsAt is null && dice.Chance(0.2);
        return new FaultPlan
        {
            Probability = dice.OneOf(0.1, 0.3, 0.3, 0.3, 0.5),
            OnlyCancels = false,
            Menu = [.. harmless, .. bans ? FaultMenu.DrawBans(dice) : [], .. isEndless ? [FaultMenu.DrawEndlessLimit(dice)] : Array.Empty<Fault>()],
            MenuWithoutBans = harmless,
            Burst = [.. Enumerable.Range(0, dice.Chance(0.25) ? 1 + dice.Below(6) : 0).Select(_ => harmless[dice.Below(harmless.Count)])],
            BurstAt = dice.Chance(0.5) ? TimeSpan.Zero : dice.Between(TimeSpan.Zero, stopsAt ?? TimeSpan.FromSeconds(5)),
            LastBanAt = bans ? lastBanAt : null,
            StopsAt = stopsAt,
        };
    }

    private static FaultPlan DrawTroubleWithCancels(Dice dice, TimeSpan? stopsAt)
    {
        IReadOnlyList<Fault> menu = dice.OneOf(FaultMenu.Draw(dice), FaultMenu.SureFailures, FaultMenu.DrawLateExecutions(dice));
        return new FaultPlan
        {
            Probability = dice.OneOf(0.8, 0.95, 1.0),
            OnlyCancels = true,
            Menu = menu,
            MenuWithoutBans = menu,
            Burst = [],
            BurstAt = TimeSpan.Zero,
            LastBanAt = null,
            StopsAt = stopsAt,
        };
    }
}
