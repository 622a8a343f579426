using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>One order of a call that cancels several.</summary>
internal sealed class PlayedItem(CallPlan plan, AlgoOrderId id, SimulatedOrder? order, TimeSpan timeout) : IPlayedCancel
{
    private readonly TaskCompletionSource _done = new();

    public CallPlan Plan => plan;

    public AlgoOrderId Id => id;

    public SimulatedOrder? Order => order;

    public TimeSpan Timeout => timeout;

    public Moment Start { get; private set; }

    public Moment End { get; private set; }

    public Moment? GaveUp { get; private set; }

    public CancelAlgoOrderOutcome? Outcome { get; private set; }

    public CancelAlgoOrderResult? Acknowledgement => null;

    public Exception? Failure { get; private set; }

    public IReadOnlyList<SimulatedOrderChange> HistoryAtEnd { get; private set; } = [];

    /// <summary>How often the client spoke of it.</summary>
    public int TimesTold { get; private set; }

    public bool IsStarted { get; private set; }

    /// <summary>When its deadline is surely past.</summary>
    public TimeSpan Due => Start.Elapsed + timeout + PromiseJudge.Grain;

    public void Begin(Moment now) => (Start, IsStarted) = (now, true);

    public void Note(CancelManyItem item, Moment now, Moment? gaveUp)
    {
        TimesTold++;
        (End, GaveUp) = (now, gaveUp);
        HistoryAtEnd = order?.History ?? [];
        (Outcome, Failure) = (item.Outcome, item.Error);
    }

    public void Finish() => _done.TrySetResult();

    /// <summary>Holds the virtual clock until the client has spoken.</summary>
    public void Settle(TimeSpan atMost) => _done.Task.Wait(atMost);
}
