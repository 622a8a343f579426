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

    private readonly Dictionary<int, SentRequest> _senders;

    private ScenarioRun(ScenarioPlan plan, ScenarioEnvironment environment, IRequestBudget? budget)
    {
        Plan = plan;
        MarketSchedule.SetPositions(plan, environment.Account);
        Orders = [.. plan.Orders.Select(order => OrderTransitions.Place(environment, order))];
        SetViews(environment.Exchange, plan.Views);
        Calls = [.. plan.Calls.Select((call, index) => Prepare(call, index, environment))];
        Places = [.. plan.Places.Select(place => Prepare(place, environment))];
        Replaces = [.. plan.Replaces.Select(replace => Prepare(replace, environment))];
        Bulk = plan.Bulk is { } bulk ? Prepare(bulk, environment) : null;
        CancelAll = plan.CancelAll is { } cancelAll ? new CancelAllCall(cancelAll, plan.Client.Timeout, environment) : null;
        ScenarioCall[] calls = [.. new ScenarioCall?[] { Bulk, CancelAll }.Concat(Calls).Concat(Places).Concat(Replaces).OfType<ScenarioCall>()];
        var network = new SimulatedNetwork(environment, new Dice(plan.Seed, -1 - plan.Number), plan.Client.MaxLatency);
        var clock = new ClientClock(environment.Time);
        using var client = ScenarioClient.Create(plan.Host, options => Configure(options, environment.Account, budget), network, clock);
        Synchronize(client.Client, environment);
        Schedule(client.Client, calls, environment);
        IsStuck = !environment.AdvanceUntil(() => Array.TrueForAll(calls, call => call.IsOver), StuckAfter);
        environment.Dispose();
        environment.Time.Advance(DrainTime);
        foreach (ScenarioCall call in calls.Where(_ => !IsStuck))
        {
            call.ThrowIfCampaignFailed();
            call.Dispose();
        }

        FinalMove = FinalPriceMove.Run(plan, environment.Exchange, environment.Account);
        AllOrders = environment.Account.Orders;
        Requests = environment.Exchange.Requests;
        Sent = environment.Sent;
        _senders = Sent.Where(sent => sent.RecordIndex is not null).ToDictionary(sent => sent.RecordIndex!.Value);
        if (BanKnowledge.IsComplete(plan, Requests))
        {
            RequestsDuringBan = environment.Exchange.RequestsDuringBan;
        }

        HadBusyLoop = clock.WasStopped;
        SwitchedThread = network.SwitchedThread || Array.Exists(calls, call => call.SwitchedThread);
    }

    public ScenarioPlan Plan { get; }

    public IReadOnlyList<SimulatedOrder> Orders { get; }

    public IReadOnlyList<CancelCall> Calls { get; }

    public IReadOnlyList<PlaceCall> Places { get; }

    public IReadOnlyList<ReplaceCall> Replaces { get; }

    public BulkCall? Bulk { get; }

    public CancelAllCall? CancelAll { get; }

    /// <summary>The orders from before the calls and the orders that the calls placed.</summary>
    public IReadOnlyList<SimulatedOrder> AllOrders { get; }

    /// <summary>The price move after all calls and their late requests.</summary>
    public FinalPriceMove FinalMove { get; }

    public IReadOnlyList<RecordedRequest> Requests { get; }

    /// <summary>Every copy of a request that left the client, with the call that sent it.</summary>
    public IReadOnlyList<SentRequest> Sent { get; }

    /// <summary>The number of requests during a ban, counted only where the client can know of every ban.</summary>
    public int RequestsDuringBan { get; }

    /// <summary>True if the run proves nothing: a pause of the host's handler was cut off and continued on another thread.</summary>
    public bool IsDiscarded => SwitchedThread && Plan.Host == HostKind.StandardResilience;

    /// <summary>True if a continuation ran on another thread, so that the virtual clock is not reliable.</summary>
    public bool SwitchedThread { get; }

    /// <summary>True if the client looped without a pause and was stopped.</summary>
    public bool HadBusyLoop { get; }

    /// <summary>True if a call never ended.</summary>
    public bool IsStuck { get; }

    public static ScenarioRun Run(ScenarioPlan plan, Func<TimeProvider, IRequestBudget>? createBudget = null)
    {
        using var environment = new ScenarioEnvironment(plan);
        IRequestBudget? budget = createBudget?.Invoke(environment.Time);
        using var disposable = budget as IDisposable;
        return new ScenarioRun(plan, environment, budget);
    }

    /// <summary>Returns the requests of a call that the exchange received, including those after its end.</summary>
    public IEnumerable<RecordedRequest> RequestsOf(ScenarioCall call) => Requests.Where((_, index) => _senders.GetValueOrDefault(index)?.Caller == call);

    /// <summary>Returns the copy whose arrival the exchange recorded.</summary>
    public SentRequest? SenderOf(RecordedRequest record) => _senders.GetValueOrDefault(Requests.TakeWhile(other => !ReferenceEquals(other, record)).Count());

    /// <summary>Returns the requests of a call that cancel one order or all orders.</summary>
    public IEnumerable<RecordedRequest> CancelsOf(ScenarioCall call) => RequestsOf(call).Where(record => record.Method == "DELETE");

    /// <summary>Returns the cancels of one order of a bulk, identified by either id, because the client may have received the other one meanwhile.</summary>
    public IEnumerable<RecordedRequest> CancelsOf(BulkItem item) => CancelsOf(Bulk!).Where(record => IsOf(record, item));

    /// <summary>Returns the cancels of one order that a cancel of all orders reported, those of all orders included.</summary>
    public IEnumerable<RecordedRequest> CancelsOf(CancelAllItem item) => CancelsOf(CancelAll!).Where(record =>
        record.CanceledOrders.Any(canceled => canceled == item.Order) || Has(record, string.Create(CultureInfo.InvariantCulture, $"algoId={item.Order?.AlgoId}")));

    private static bool Has(RecordedRequest record, string parameter) =>
        record.Query.Split('&').Select(Uri.UnescapeDataString).Contains(parameter, StringComparer.Ordinal);

    private static bool IsOf(RecordedRequest record, BulkItem item)
    {
        if (Requested.ClientIdOf(item.Id) is not { } clientAlgoId)
        {
            return Has(record, string.Create(CultureInfo.InvariantCulture, $"algoId={((AlgoOrderId.ByAlgoId)item.Id).AlgoId}"))
                || (item.Order is { } order && Has(record, $"clientAlgoId={order.ClientAlgoId}"));
        }

        return Has(record, $"clientAlgoId={clientAlgoId}")
            || item.World.AtEnd.Keys.Where(order => order.ClientAlgoId == clientAlgoId)
                .Any(order => Has(record, string.Create(CultureInfo.InvariantCulture, $"algoId={order.AlgoId}")));
    }

    private static void SetViews(SimulatedExchange exchange, ViewPlan views)
    {
        exchange.PlacementViewDelays = views.Delays;
        exchange.QueryStatusDelay = views.StatusDelay;
        exchange.EmptyCancelAllErrorCode = views.EmptyCancelAllErrorCode;
    }

    private static void SchedulePredecessor(PlacePlan place, NewAlgoOrder order, ScenarioEnvironment environment)
    {
        if (place.Predecessor is not { } predecessor || order is not NewAlgoOrder.MarketOnTrigger market)
        {
            return;
        }

        var terms = new SimulatedOrderTerms
        {
            Symbol = market.Symbol,
            Side = market.Side == OrderSide.Buy ? "BUY" : "SELL",
            Type = market is NewAlgoOrder.StopMarket ? "STOP_MARKET" : "TAKE_PROFIT_MARKET",
            Quantity = market.Amount.Quantity!.Value,
            TriggerPrice = market.TriggerPrice,
            PriceProtect = market.PriceProtect,
            ClientAlgoId = market.ClientAlgoId,
            ViewDelays = WorldGenerator.VisibleAtOnce,
        };
        TimeSpan at = place.StartsAt - predecessor.Before;
        if (at > TimeSpan.Zero)
        {
            environment.At(at, () => OrderTransitions.Place(environment, terms, (TimeSpan.Zero, TimeSpan.Zero), predecessor.State));
        }
        else
        {
            OrderTransitions.Place(environment, terms, (-at, -at / 2), predecessor.State);
        }
    }

    private static void Schedule(ArrivalPlan arrival, ScenarioEnvironment environment) => environment.At(arrival.At, () =>
    {
        SimulatedOrder order = OrderTransitions.Place(environment, arrival.Order);
        foreach (MarketMove move in arrival.Order.Moves)
        {
            environment.At(move.At, () => OrderTransitions.Apply(order, move.Kind));
        }
    });

    private PlaceCall Prepare(PlacePlan place, ScenarioEnvironment environment)
    {
        NewAlgoOrder order = place.IdOf is { } known ? place.Order with { ClientAlgoId = Orders[known].ClientAlgoId } : place.Order;
        SchedulePredecessor(place, order, environment);
        return new PlaceCall(place, order, Plan.Client.Timeout, environment);
    }

    private ReplaceCall Prepare(ReplacePlan replace, ScenarioEnvironment environment)
    {
        foreach (PricePlan price in replace.Prices)
        {
            environment.At(replace.StartsAt + price.At, () => environment.Exchange.SetPrice(replace.Replacement.Symbol, price.Price));
        }

        return new ReplaceCall(replace, Orders[replace.Order], replace.TimeoutOf(Plan.Client), environment);
    }

    private BulkCall Prepare(BulkPlan bulk, ScenarioEnvironment environment)
    {
        TimeSpan timeout = bulk.Items[0].Timeout ?? Plan.Client.Timeout;
        BulkItem[] items = [.. bulk.Items.Select(item => new BulkItem(item, IdOf(item, item.Order ?? -1), OrderOf(item), timeout, environment))];
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

    private void Configure(AlgoOrderClientOptions options, SimulatedAccount account, IRequestBudget? budget)
    {
        options.ApiKey = account.ApiKey;
        options.SecretKey = account.SecretKey;
        options.RecvWindow = BulkGenerator.RecvWindow;
        options.Timeout = Plan.Client.Timeout;
        options.AttemptTimeout = Plan.Client.AttemptTimeout;
        options.MaxRetryAttempts = Plan.Client.MaxRetryAttempts;
        options.RequestBudget = budget;
    }

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
        MarketSchedule.SchedulePrices(Plan, environment);
        foreach ((MarketMove move, SimulatedOrder order) in Plan.Orders.SelectMany((order, index) => order.Moves.Select(move => (move, Orders[index]))))
        {
            environment.At(move.At, () => OrderTransitions.Apply(order, move.Kind));
        }

        foreach (ArrivalPlan arrival in Plan.Arrivals)
        {
            Schedule(arrival, environment);
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
