using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The true state of the orders of a replacement when the call returned.</summary>
internal sealed class ReplaceTruth
{
    private readonly ReplaceCall _call;
    private readonly HashSet<SimulatedOrder> _canceledByCall;
    private readonly DateTimeOffset _lastLookup;
    private readonly decimal _position;

    private ReplaceTruth(IReadOnlyList<RecordedRequest> requests, ReplaceCall call, decimal position)
    {
        _call = call;
        _position = position;
        _canceledByCall = [.. requests.SelectMany(record => record.CanceledOrders)];
        Placed = [.. requests.Where(record => record is { Method: "POST", IsExecuted: true, Order: not null }).Select(record => record.Order!).Distinct()];
        _lastLookup = requests.Where(IsLookupOfCurrent).Select(record => record.ReceivedAt).LastOrDefault(call.End.Exchange);
        Executed = [.. requests.Where(record => record is { IsExecuted: true, Method: not "GET" })];
    }

    /// <summary>Collects the truth about an ended call.</summary>
    public static ReplaceTruth Of(ScenarioRun scenario, ReplaceCall call) =>
        new([.. scenario.RequestsOf(call)], call, scenario.Plan.Markets.FirstOrDefault(market => market.Symbol == call.Current.Symbol)?.Position ?? 0);

    /// <summary>The orders that this call has placed, also after its end.</summary>
    public IReadOnlyList<SimulatedOrder> Placed { get; }

    /// <summary>The requests of this call that changed something, also after its end.</summary>
    public IReadOnlyList<RecordedRequest> Executed { get; }

    /// <summary>The current order. By client id it may be one that another party placed during the call, if the outcome names it.</summary>
    public SimulatedOrder Current => FindNamed() ?? _call.Current;

    /// <summary>The replacement, or null if it was not placed by the end.</summary>
    public SimulatedOrder? Replacement => Placed.FirstOrDefault(order => IsReplacement(order) && Existed(order));

    /// <summary>The bridge and the restored order.</summary>
    public IEnumerable<SimulatedOrder> Others => Placed.Where(order => !IsReplacement(order) && Existed(order));

    /// <summary>The orders of the call that existed when it returned.</summary>
    public IEnumerable<SimulatedOrder> All => new[] { Current, Replacement }.OfType<SimulatedOrder>().Concat(Others);

    /// <summary>Returns true if the order can reduce the position of the scenario. One with the client id of the current order may be of another contract or side.</summary>
    public bool ReducesPosition(SimulatedOrder order) => order.Symbol == _call.Plan.Replacement.Symbol && (order.Terms.Side == "SELL" ? _position > 0 : _position < 0);

    public bool IsReplacement(SimulatedOrder order) => order.ClientAlgoId == _call.Plan.Replacement.ClientAlgoId;

    public bool WasCanceledByCall(SimulatedOrder order) => _canceledByCall.Contains(order);

    public SimulatedOrderStatus? StatusOf(SimulatedOrder? order) =>
        order is not null && _call.World.AtEnd.TryGetValue(order, out IReadOnlyList<SimulatedOrderChange>? history) ? history[^1].Status : null;

    public bool IsLive(SimulatedOrder? order) => StatusOf(order) is SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering;

    public bool HasTriggered(SimulatedOrder order) =>
        StatusOf(order) is SimulatedOrderStatus.Triggering or SimulatedOrderStatus.Triggered or SimulatedOrderStatus.Finished;

    public bool HasEndedWithoutTrade(SimulatedOrder order) =>
        StatusOf(order) is SimulatedOrderStatus.Canceled or SimulatedOrderStatus.Expired or SimulatedOrderStatus.Rejected;

    /// <summary>True if the order is live, or was live during the call and was ended by another party or by the market. A call cannot know of what follows its last look.</summary>
    public bool WasLeftLive(SimulatedOrder? order)
    {
        if (order is null || IsLive(order))
        {
            return IsLive(order);
        }

        IReadOnlyList<SimulatedOrderChange> history = _call.World.AtEnd.GetValueOrDefault(order) ?? [];
        return !WasCanceledByCall(order) && history.Any(change => change.Status != SimulatedOrderStatus.New && change.At >= _call.Start.Exchange - _call.World.QueryStatusDelay);
    }

    /// <summary>True if the views hid the order for longer than a client waits for them, so that it could seem not to exist.</summary>
    public bool CouldBeNotFound(SimulatedOrder order) => order.IsHiddenFromQueries
        || _call.End.Exchange - order.CreatedAt > Truth.Retention
        || !Truth.IsDiscoverable(order, _call.World, _call.Start.Exchange, _lastLookup);

    /// <summary>True if the call may know nothing of the current order: the views hid it, or another order has its client id.</summary>
    public bool CouldBeAnother => _call.IsIdReused || CouldBeNotFound(Current);

    private bool IsLookupOfCurrent(RecordedRequest record)
    {
        bool isOfPlaced = Placed.Any(order => record.Query.Contains($"algoId={order.AlgoId}", StringComparison.Ordinal) || IsOf(record, order.ClientAlgoId));
        return record.Method == "GET" && record.Path.EndsWith("/algoOrder", StringComparison.Ordinal) && !isOfPlaced && !IsOf(record, _call.Plan.Replacement.ClientAlgoId);
    }

    private static bool IsOf(RecordedRequest record, string clientAlgoId) => record.Query.Contains($"clientAlgoId={clientAlgoId}", StringComparison.Ordinal);

    private SimulatedOrder? FindNamed()
    {
        long? named = _call.Outcome switch
        {
            ReplaceAlgoOrderOutcome.Replaced replaced => OutcomeClaimChecker.NamedBy(replaced.CurrentOutcome),
            ReplaceAlgoOrderOutcome.Kept kept => kept.Current.AlgoId,
            ReplaceAlgoOrderOutcome.Restored => null,
            ReplaceAlgoOrderOutcome.Unprotected unprotected => OutcomeClaimChecker.NamedBy(unprotected.CurrentOutcome),
            ReplaceAlgoOrderOutcome.CurrentTriggered triggered => triggered.Order.AlgoId,
            ReplaceAlgoOrderOutcome.Both both => both.Current.AlgoId,
            ReplaceAlgoOrderOutcome.Unknown unknown => OutcomeClaimChecker.NamedBy(unknown.CurrentOutcome),
            _ => null,
        };
        bool isByClientId = _call.Plan.Known == KnownPart.ClientAlgoId;
        return named is { } id && isByClientId && _call.World.Find(id) is { } order && order.ClientAlgoId == _call.Current.ClientAlgoId ? order : null;
    }

    private bool Existed(SimulatedOrder order) => _call.World.AtEnd.ContainsKey(order);
}
