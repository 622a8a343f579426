using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws scenarios. The same seed and number always give the same plan.</summary>
internal static class ScenarioGenerator
{
    private const int MaxOrders = 4;
    private const int MaxCalls = 6;
    private const int MaxPlaces = 2;
    private const int MaxReplaces = 3;

    private const int MaxArrivals = 3;

    // Distinguishes the random numbers of the markets from those of the other generators.
    private const int MarketSeed = 0x4D41_524B;

    // Drawn up to 4 s, then rounded twice: the duration and the date of its start are in whole seconds.
    private static readonly TimeSpan MaxBan = TimeSpan.FromSeconds(6);

    public static int OrdersOf(int seed, int number) => 1 + new Dice(seed, number).Below(MaxOrders);

    public static ScenarioPlan Draw(int seed, int number)
    {
        var dice = new Dice(seed, number);
        CampaignMode mode = number % 2 == 0 ? CampaignMode.FaultsToTheEnd : CampaignMode.FaultsStopEarly;
        OrderPlan[] orders = [.. Enumerable.Range(0, 1 + dice.Below(MaxOrders)).Select(index => OrderGenerator.Draw(dice, index))];
        ClientPlan client = DrawClient(dice, mode);
        CallPlan[] calls = [.. Enumerable.Range(0, 1 + dice.Below(MaxCalls)).Select(index => CallGenerator.Draw(dice, index, orders, client, mode))];

        // Further generators keep the orders and single cancels of a seed unchanged.
        var otherDice = new Dice(~seed, number);
        var worldDice = new Dice(seed, ~number);
        orders = [.. orders.Select(order => WorldGenerator.DrawHistory(worldDice, order))];
        CancelAllPlan? cancelAll = worldDice.Chance(0.4) ? WorldGenerator.DrawCancelAll(worldDice, orders) : null;
        BulkPlan? bulk = otherDice.Chance(0.4) ? BulkGenerator.Draw(otherDice, orders, mode) : null;
        CallPlan[] cancels = [.. calls, .. bulk?.Items ?? []];
        int[] reusable = [.. Enumerable.Range(0, orders.Length).Where(index => IsReusable(index))];
        PlacePlan[] places = [.. Enumerable.Range(0, otherDice.Below(MaxPlaces + 1)).Select(index => PlaceGenerator.Draw(otherDice, index, orders, reusable))];
        ReplacePlan[] replaces = DrawReplaces(new Dice(~seed, ~number), orders, mode);
        var marketDice = new Dice(seed ^ MarketSeed, number);
        TimeSpan? stopsAt = mode == CampaignMode.FaultsToTheEnd ? null : GetEndOfFaults(client, cancels, replaces);
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
            Replaces = replaces,
            Markets = MarketGenerator.Draw(marketDice, orders),
            HasMargin = marketDice.Chance(0.9),
            Bulk = bulk,
            CancelAll = cancelAll,
            Arrivals = DrawArrivals(worldDice, orders, cancelAll),
            Views = WorldGenerator.DrawViews(worldDice),
            Host = WorldGenerator.DrawHost(worldDice),
            NextOrderDelays = worldDice.Chance(0.7) ? WorldGenerator.VisibleAtOnce : new SimulatedViewDelays(),
        };

        bool IsReusable(int index) => PlaceGenerator.IsValidClientId(orders[index].Terms.ClientAlgoId)
            && !Array.Exists(cancels, call => call.Order == index && call.ByClientAlgoId);
    }

    // A replacement consists of at least two calls.
    private static TimeSpan GetEndOfFaults(ClientPlan client, CallPlan[] cancels, ReplacePlan[] replaces)
    {
        IEnumerable<TimeSpan> ofCancels = cancels.Select(call => call.StartsAt + ((call.Timeout ?? client.Timeout) * 2 / 3));
        IEnumerable<TimeSpan> ofReplaces = replaces.Select(replace => replace.StartsAt + (replace.TimeoutOf(client) / 3));
        return ofCancels.Concat(ofReplaces).Min();
    }

    private static ReplacePlan[] DrawReplaces(Dice dice, OrderPlan[] orders, CampaignMode mode) =>
        [.. Enumerable.Range(0, dice.Below(MaxReplaces + 1)).Select(index => ReplaceGenerator.Draw(dice, index, orders, mode))];

    private static ArrivalPlan[] DrawArrivals(Dice dice, OrderPlan[] orders, CancelAllPlan? cancelAll)
    {
        int count = dice.Chance(0.5) ? dice.Below(MaxArrivals + 1) : 0;
        return [.. Enumerable.Range(0, count).Select(index => WorldGenerator.DrawArrival(dice, index, cancelAll?.Symbol ?? orders[0].Terms.Symbol))];
    }

    private static ClientPlan DrawClient(Dice dice, CampaignMode mode)
    {
        bool isUsual = mode == CampaignMode.FaultsStopEarly || dice.Chance(0.6);
        TimeSpan timeout = isUsual ? TimeSpan.FromSeconds(10) : dice.Seconds(3, 30);
        return new ClientPlan
        {
            Timeout = timeout,
            AttemptTimeout = DrawAttemptTimeout(dice, isUsual),
            MaxRetryAttempts = DrawRetries(dice),
            SynchronizesFirst = dice.Chance(0.4),
            MaxLatency = TimeSpan.FromMilliseconds(dice.OneOf(0, 0, 2, 20, 100, 200)),
        };
    }

    private static TimeSpan DrawAttemptTimeout(Dice dice, bool isUsual)
    {
        double longest = isUsual ? 2 : 3;
        return dice.Chance(0.6) ? TimeSpan.FromSeconds(2) : dice.Seconds(0.5, longest);
    }

    private static int DrawRetries(Dice dice) => dice.Chance(0.7) ? 3 : dice.Below(6);

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

    private static FaultPlan DrawFaults(Dice dice, TimeSpan? stopsAt) => dice.Chance(0.15) ? DrawFaultsOfCancels(dice, stopsAt) : DrawFaultsOfAllRequests(dice, stopsAt);

    private static FaultPlan DrawFaultsOfAllRequests(Dice dice, TimeSpan? stopsAt)
    {
        IReadOnlyList<Fault> withoutBans = FaultGenerator.Draw(dice);
        TimeSpan? lastBanAt = stopsAt - MaxBan;
        bool bans = lastBanAt is null || lastBanAt > TimeSpan.Zero;
        bool isEndless = stopsAt is null && dice.Chance(0.2);
        return new FaultPlan
        {
            Probability = dice.OneOf(0.1, 0.3, 0.3, 0.3, 0.5),
            OnlyCancels = false,
            Faults = [.. withoutBans, .. DrawBans(dice, bans), .. DrawEndlessLimits(dice, isEndless)],
            FaultsWithoutBans = withoutBans,
            Burst = DrawBurst(dice, withoutBans),
            BurstAt = DrawBurstStart(dice, stopsAt ?? TimeSpan.FromSeconds(5)),
            LastBanAt = bans ? lastBanAt : null,
            StopsAt = stopsAt,
        };
    }

    private static IReadOnlyList<Fault> DrawBans(Dice dice, bool isPossible) => isPossible ? FaultGenerator.DrawBans(dice) : [];

    private static Fault[] DrawEndlessLimits(Dice dice, bool isPossible) => isPossible ? [FaultGenerator.DrawEndlessLimit(dice)] : [];

    private static Fault[] DrawBurst(Dice dice, IReadOnlyList<Fault> faults)
    {
        int length = dice.Chance(0.25) ? 1 + dice.Below(6) : 0;
        return [.. Enumerable.Range(0, length).Select(_ => faults[dice.Below(faults.Count)])];
    }

    private static TimeSpan DrawBurstStart(Dice dice, TimeSpan latest) => dice.Chance(0.5) ? TimeSpan.Zero : dice.Between(TimeSpan.Zero, latest);

    private static FaultPlan DrawFaultsOfCancels(Dice dice, TimeSpan? stopsAt)
    {
        IReadOnlyList<Fault> faults = dice.OneOf(FaultGenerator.Draw(dice), FaultGenerator.DefiniteFailures, [.. FaultGenerator.DrawLateExecutions(dice), .. FaultGenerator.DrawExecutedTwice(dice)]);
        return new FaultPlan
        {
            Probability = dice.OneOf(0.8, 0.95, 1.0),
            OnlyCancels = true,
            Faults = faults,
            FaultsWithoutBans = faults,
            Burst = [],
            BurstAt = TimeSpan.Zero,
            LastBanAt = null,
            StopsAt = stopsAt,
        };
    }
}
