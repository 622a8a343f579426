using System.Globalization;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Runs a scenario and keeps its calls and the state of the exchange.</summary>
internal sealed class ScenarioRun
{
    // After this time every delayed request is too old to be executed.
    private static readonly TimeSpan DrainTime = TimeSpan.FromSeconds(75);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromMinutes(15);

    // Small, because an exchange's clock that loses time would otherwise jump back.
    private static readonly TimeSpan DriftInterval = TimeSpan.FromMilliseconds(20);

    private ScenarioRun(ScenarioPlan plan, ScenarioEnvironment environment, IRequestBudget? budget)
    {
        Plan = plan;
        SimulatedAccount account = environment.Exchange.AddAccount();
        Orders = [.. plan.Orders.Select(order => OrderTransitions.Place(environment.Exchange, account, order))];
        Calls = [.. plan.Calls.Select((call, index) => Prepare(call, index, environment))];
        environment.Exchange.PlacementVisibilityDelay = plan.PlacementVisibilityDelay;
        Places = [.. plan.Places.Select(place => Prepare(place, account, environment))];
        Bulk = plan.Bulk is { } bulk ? Prepare(bulk, environment) : null;
        ScenarioCall[] calls = Bulk is null ? [.. Calls, .. Places] : [.. Calls, .. Places, Bulk];
        var network = new SimulatedNetwork(environment.Exchange.CreateHandler(), environment.Time, new Dice(plan.Seed, -1 - plan.Number), plan.Client.MaxLatency);
        var clock = new ClientClock(environment.Time);
        using var client = AlgoOrderClient.Create(OptionsFor(account, budget), network, clock);
        Synchronize(client, environment);
        Schedule(client, calls, environment);
        IsStuck = !environment.AdvanceUntil(() => Array.TrueForAll(calls, call => call.IsOver), StuckAfter);
        environment.Dispose();
        environment.Time.Advance(DrainTime);
        foreach (ScenarioCall call in calls.Where(_ => !IsStuck))
        {
            call.ThrowIfCampaignFailed();
            call.Dispose();
        }

        AllOrders = account.Orders;
        Requests = environment.Exchange.Requests;
        bool isBanKnownAtOnce = plan.Client.MaxLatency == TimeSpan.Zero && plan.Clock.DriftPerSecond >= TimeSpan.Zero;
        RequestsDuringBan = isBanKnownAtOnce ? environment.Exchange.RequestsDuringBan : 0;
        HadBusyLoop = clock.WasStopped;
        SwitchedThread = network.SwitchedThread || Array.Exists(calls, call => call.SwitchedThread);
    }

    public ScenarioPlan Plan { get; }

    public IReadOnlyList<SimulatedOrder> Orders { get; }

    public IReadOnlyList<CancelCall> Calls { get; }

    public IReadOnlyList<PlaceCall> Places { get; }

    public BulkCall? Bulk { get; }

    /// <summary>The orders from before the calls and the orders that the calls placed.</summary>
    public IReadOnlyList<SimulatedOrder> AllOrders { get; }

    public IReadOnlyList<RecordedRequest> Requests { get; }

    /// <summary>
    /// The number of requests during a ban, counted only where the client can know of the ban: with a latency a request may have left before
    /// the response came, and a clock that loses time ends a ban later than announced.
    /// </summary>
    public int RequestsDuringBan { get; }

    /// <summary>True if a continuation ran on another thread, so that the virtual clock is not reliable.</summary>
    public bool SwitchedThread { get; }

    /// <summary>True if the client looped without a pause and was stopped.</summary>
    public bool HadBusyLoop { get; }

    /// <summary>True if a call never ended.</summary>
    public bool IsStuck { get; }

    public static ScenarioRun Run(ScenarioPlan plan, Func<TimeProvider, IRequestBudget>? createBudget = null)
    {
        using var environment = new ScenarioEnvironment(plan.Clock);
        IRequestBudget? budget = createBudget?.Invoke(environment.Time);
        using var disposable = budget as IDisposable;
        return new ScenarioRun(plan, environment, budget);
    }

    /// <summary>Returns the cancels of one call that the exchange received, identified by its recvWindow and, in a bulk, by the id of the order too.</summary>
    public IEnumerable<RecordedRequest> CancelsOf(ICompletedCancel call)
    {
        string tag = string.Create(CultureInfo.InvariantCulture, $"recvWindow={call.Plan.RecvWindow.TotalMilliseconds}");
        return Requests.Where(record => record.Method == "DELETE" && Has(record, tag) && (call is CancelCall || IsOf(record, call.Order)));
    }

    private static bool Has(RecordedRequest record, string parameter) =>
        record.Query.Split('&').Select(Uri.UnescapeDataString).Contains(parameter, StringComparer.Ordinal);

    // By either id, because the client may have received the other one meanwhile.
    private static bool IsOf(RecordedRequest record, SimulatedOrder? order) =>
        order is not null
        && (Has(record, string.Create(CultureInfo.InvariantCulture, $"algoId={order.AlgoId}")) || Has(record, $"clientAlgoId={order.ClientAlgoId}"));

    private PlaceCall Prepare(PlacePlan place, SimulatedAccount account, ScenarioEnvironment environment)
    {
        NewAlgoOrder order = place.IdOf is { } known ? place.Order with { ClientAlgoId = Orders[known].ClientAlgoId } : place.Order;
        return new PlaceCall(place, order, account, Plan.Client.Timeout, environment);
    }

    private BulkCall Prepare(BulkPlan bulk, ScenarioEnvironment environment)
    {
        TimeSpan timeout = bulk.Items[0].Timeout ?? Plan.Client.Timeout;
        BulkItem[] items = [.. bulk.Items.Select(item => new BulkItem(item, IdOf(item, item.Order ?? -1), OrderOf(item), timeout))];
        return new BulkCall(bulk, items, timeout, environment);
    }

    private CancelCall Prepare(CallPlan call, int index, ScenarioEnvironment environment) =>
        new(call, IdOf(call, index), OrderOf(call), call.Timeout ?? Plan.Client.Timeout, environment);

    private SimulatedOrder? OrderOf(CallPlan call) => call.Order is { } known ? Orders[known] : null;

    private AlgoOrderId IdOf(CallPlan call, int index)
    {
        SimulatedOrder? order = OrderOf(call);
        return call.ByClientAlgoId
            ? AlgoOrderId.FromClientAlgoId(order?.ClientAlgoId ?? string.Create(CultureInfo.InvariantCulture, $"never-placed-{index}"))
            : AlgoOrderId.FromAlgoId(order?.AlgoId ?? 3_999_999_999_000_000 + index);
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

    private void Synchronize(AlgoOrderClient client, ScenarioEnvironment environment)
    {
        if (Plan.Client.SynchronizesFirst)
        {
            Task synchronized = client.SynchronizeClockAsync();
            environment.AdvanceUntil(() => synchronized.IsCompleted, StuckAfter);
        }
    }

    private void Schedule(AlgoOrderClient client, IEnumerable<ScenarioCall> calls, ScenarioEnvironment environment)
    {
        new FaultScheduler(Plan, environment).Schedule();
        foreach ((MarketMove move, SimulatedOrder order) in Plan.Orders.SelectMany((order, index) => order.Moves.Select(move => (move, Orders[index]))))
        {
            environment.At(move.At, () => OrderTransitions.Apply(order, move.Kind));
        }

        foreach (ClockStep step in Plan.Clock.Steps)
        {
            environment.At(step.At, () => environment.Time.StepWallClock(step.By));
        }

        if (Plan.Clock.DriftPerSecond != TimeSpan.Zero)
        {
            environment.Every(DriftInterval, () => environment.Exchange.ClockSkew += Plan.Clock.DriftPerSecond * DriftInterval.TotalSeconds);
        }

        foreach (ScenarioCall call in calls)
        {
            call.Schedule(client);
        }
    }
}
