using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One order of a bulk call.</summary>
internal sealed class BulkItem(CallPlan plan, AlgoOrderId id, SimulatedOrder? planned, TimeSpan timeout, ScenarioEnvironment environment) : ICompletedCancel
{
    private readonly TaskCompletionSource _done = new();
    private IReadOnlyList<SimulatedOrder> _ordersAtStart = [];

    public CallPlan Plan => plan;

    public AlgoOrderId Id => id;

    public SimulatedOrder? Order { get; private set; } = planned;

    public TimeSpan Timeout => timeout;

    public Moment Start { get; private set; }

    public Moment End { get; private set; }

    public Moment? GaveUp { get; private set; }

    public CancelAlgoOrderOutcome? Outcome { get; private set; }

    public CancelAlgoOrderResult? Acknowledgement => null;

    public Exception? Failure { get; private set; }

    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; private set; } = [];

    public CallWorld World { get; private set; } = CallWorld.Of(order: null, []);

    /// <summary>The number of results that the client returned for it.</summary>
    public int TimesReported { get; private set; }

    public bool IsStarted { get; private set; }

    /// <summary>The time at which its deadline has passed for certain.</summary>
    public TimeSpan Due => Start.Elapsed + timeout + GuaranteeChecker.TimerResolution;

    /// <summary>Finds the order that the item is about, directly before the client may start it.</summary>
    public void FindOrder()
    {
        _ordersAtStart = environment.Account.Orders;
        Order = Requested.Find(id, _ordersAtStart);
    }

    public void MarkStarted(Moment now) => (Start, IsStarted) = (now, true);

    public void Record(CancelManyResult item, Moment now, Moment? gaveUp)
    {
        TimesReported++;
        (End, GaveUp) = (now, gaveUp);
        World = environment.CreateWorld(_ordersAtStart);
        HistoryAtEnd = Order is { } order ? World.AtEnd[order] : [];
        (Outcome, Failure) = (item.Outcome, item.Error);
        environment.PlaceNext(Order?.Symbol ?? plan.Symbol ?? "BTCUSDT", Requested.ClientIdOf(id));
    }

    public void Complete() => _done.TrySetResult();

    /// <summary>Holds the virtual clock until the client has returned the result.</summary>
    public void WaitForResult(TimeSpan atMost) => _done.Task.Wait(atMost);
}
