using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>A scenario after its end: the calls, and all that the exchange knows.</summary>
internal sealed class PlayedScenario
{
    // Whatever is still on its way then has become too old to be executed.
    private static readonly TimeSpan Aftermath = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan Stuck = TimeSpan.FromMinutes(15);

    // Small, or the exchange's clock would visibly jump back where it loses time.
    private static readonly TimeSpan DriftStep = TimeSpan.FromMilliseconds(20);

    private PlayedScenario(ScenarioPlan plan, Stage stage, IRequestBudget? budget)
    {
        Plan = plan;
        SimulatedAccount account = stage.Exchange.AddAccount();
        Orders = [.. plan.Orders.Select(order => OrderMarket.Place(stage.Exchange, account, order))];
        Calls = [.. plan.Calls.Select((call, place) => Prepare(call, place, stage))];
        stage.Exchange.InvisibleAfterPlacing = plan.InvisibleAfterPlacing;
        Places = [.. plan.Places.Select(place => Prepare(place, account, stage))];
        Bulk = plan.Bulk is { } bulk ? Prepare(bulk, stage) : null;
        PlayedTask[] tasks = [.. Calls, .. Places, .. Bulk is null ? Array.Empty<PlayedTask>() : [Bulk]];
        var wire = new Wire(stage.Exchange.CreateHandler(), stage.Time, new Dice(plan.Seed, -1 - plan.Number), plan.Client.LongestWay);
        var clock = new ClientClock(stage.Time);
        using var client = AlgoOrderClient.Create(OptionsFor(account, budget), wire, clock);
        Synchronize(client, stage);
        Arrange(client, tasks, stage);
        IsStuck = !stage.PlayUntil(() => Array.TrueForAll(tasks, task => task.IsOver), Stuck);
        stage.Dispose();
        stage.Time.Advance(Aftermath);
        foreach (PlayedTask task in tasks.Where(_ => !IsStuck))
        {
            task.ThrowOwnMistake();
            task.Dispose();
        }

        AllOrders = account.Orders;
        Journal = stage.Exchange.Journal;
        bool isBanKnownAtOnce = plan.Client.LongestWay == TimeSpan.Zero && plan.Clock.DriftPerSecond >= TimeSpan.Zero;
        RequestsDuringBan = isBanKnownAtOnce ? stage.Exchange.RequestsDuringBan : 0;
        RanInCircles = clock.WasStopped;
        LeftTheThread = wire.LeftTheThread || Array.Exists(tasks, task => task.LeftTheThread);
    }

    public ScenarioPlan Plan { get; }

    public IReadOnlyList<SimulatedOrder> Orders { get; }

    public IReadOnlyList<PlayedCall> Calls { get; }

    public IReadOnlyList<PlayedPlace> Places { get; }

    public PlayedBulk? Bulk { get; }

    /// <summary>Those that were there before, and those that were placed.</summary>
    public IReadOnlyList<SimulatedOrder> AllOrders { get; }

    public IReadOnlyList<SimulatedExchangeRecord> Journal { get; }

    /// <summary>
    /// Counted only where the client can know: on a long way a request may have left before the answer came, and a clock that loses time
    /// ends a ban later than it was told.
    /// </summary>
    public int RequestsDuringBan { get; }

    /// <summary>Whether something hopped to another thread, and the virtual clock cannot be trusted.</summary>
    public bool LeftTheThread { get; }

    /// <summary>Whether the client did something over and over without a pause, and had to be stopped.</summary>
    public bool RanInCircles { get; }

    /// <summary>Whether a call never came to an end.</summary>
    public bool IsStuck { get; }

    public static PlayedScenario Play(ScenarioPlan plan, Func<TimeProvider, IRequestBudget>? budgetOf = null)
    {
        using var stage = new Stage(plan.Clock);
        IRequestBudget? budget = budgetOf?.Invoke(stage.Time);
        using var disposable = budget as IDisposable;
        return new PlayedScenario(plan, stage, budget);
    }

    /// <summary>The cancels of one call as the exchange saw them, told by its own recvWindow, and of one order of many by its id besides.</summary>
    public IEnumerable<SimulatedExchangeRecord> CancelsOf(IPlayedCancel call)
    {
        string tag = string.Create(CultureInfo.InvariantCulture, $"recvWindow={call.Plan.RecvWindow.TotalMilliseconds}");
        return Journal.Where(record => record.Method == "DELETE" && Has(record, tag) && (call is PlayedCall || IsOf(record, call.Order)));
    }

    private static bool Has(SimulatedExchangeRecord record, string parameter) =>
        record.Query.Split('&').Select(Uri.UnescapeDataString).Contains(parameter, StringComparer.Ordinal);

    // By either of its ids: the client may have learnt the other one meanwhile.
    private static bool IsOf(SimulatedExchangeRecord record, SimulatedOrder? order) =>
        order is not null
        && (Has(record, string.Create(CultureInfo.InvariantCulture, $"algoId={order.AlgoId}")) || Has(record, $"clientAlgoId={order.ClientAlgoId}"));

    private PlayedPlace Prepare(PlacePlan place, SimulatedAccount account, Stage stage)
    {
        NewAlgoOrder order = place.IdOf is { } known ? place.Order with { ClientAlgoId = Orders[known].ClientAlgoId } : place.Order;
        return new PlayedPlace(place, order, account, Plan.Client.Timeout, stage);
    }

    private PlayedBulk Prepare(BulkPlan bulk, Stage stage)
    {
        TimeSpan timeout = bulk.Items[0].Timeout ?? Plan.Client.Timeout;
        PlayedItem[] items = [.. bulk.Items.Select(item => new PlayedItem(item, IdOf(item, item.Order ?? -1), OrderOf(item), timeout))];
        return new PlayedBulk(bulk, items, timeout, stage);
    }

    private PlayedCall Prepare(CallPlan call, int place, Stage stage) =>
        new(call, IdOf(call, place), OrderOf(call), call.Timeout ?? Plan.Client.Timeout, stage);

    private SimulatedOrder? OrderOf(CallPlan call) => call.Order is { } known ? Orders[known] : null;

    private AlgoOrderId IdOf(CallPlan call, int place)
    {
        SimulatedOrder? order = OrderOf(call);
        return call.ByClientAlgoId
            ? AlgoOrderId.FromClientAlgoId(order?.ClientAlgoId ?? string.Create(CultureInfo.InvariantCulture, $"never-placed-{place}"))
            : AlgoOrderId.FromAlgoId(order?.AlgoId ?? 3_999_999_999_000_000 + place);
    }

    private AlgoOrderClientOptions OptionsFor(SimulatedAccount account, IRequestBudget? budget) => new()
    {
        ApiKey = account.ApiKey,
        SecretKey = account.SecretKey,
        RecvWindow = BulkGenerator.RecvWindow,
        Timeout = Plan.Client.Timeout,
        AttemptTimeout = Plan.Client.AttemptTimeout,
        MaxRetryAttempts = Plan.Client.MaxRetryAttempts,
        RequestBudget = budget,
    };

    private void Synchronize(AlgoOrderClient client, Stage stage)
    {
        if (Plan.Client.SynchronizesFirst)
        {
            Task synchronized = client.SynchronizeClockAsync();
            stage.PlayUntil(() => synchronized.IsCompleted, Stuck);
        }
    }

    private void Arrange(AlgoOrderClient client, IEnumerable<PlayedTask> tasks, Stage stage)
    {
        new FaultDirector(Plan, stage).Arrange();
        foreach ((MarketMove move, SimulatedOrder order) in Plan.Orders.SelectMany((order, place) => order.Moves.Select(move => (move, Orders[place]))))
        {
            stage.At(move.At, () => OrderMarket.Apply(order, move.Kind));
        }

        foreach (ClockStep step in Plan.Clock.Steps)
        {
            stage.At(step.At, () => stage.Time.StepWallClock(step.By));
        }

        if (Plan.Clock.DriftPerSecond != TimeSpan.Zero)
        {
            stage.Every(DriftStep, () => stage.Exchange.ClockSkew += Plan.Clock.DriftPerSecond * DriftStep.TotalSeconds);
        }

        foreach (PlayedTask task in tasks)
        {
            task.Arrange(client);
        }
    }
}
