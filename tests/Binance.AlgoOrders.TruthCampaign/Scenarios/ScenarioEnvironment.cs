using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The environment of one scenario: its own clock and exchange, and one thread that runs everything.</summary>
internal sealed class ScenarioEnvironment : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly AsyncLocal<ScenarioCall?> _caller = new();
    private readonly List<ITimer> _timers = [];
    private readonly List<SentRequest> _sent = [];
    private readonly ScenarioPlan _plan;
    private readonly long _startedAt;
    private bool _isOver;

    public ScenarioEnvironment(ScenarioPlan plan)
    {
        _plan = plan;
        Exchange = new SimulatedExchange(Time, new SimulatedExchangeOptions { RejectsUnknownParameters = true }) { ClockSkew = plan.Clock.Skew };
        Account = Exchange.AddAccount();
        _startedAt = Time.GetTimestamp();
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public Moment Now => new(Exchange.Now, Time.GetElapsedTime(_startedAt));

    /// <summary>Every copy of a request that left the client.</summary>
    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_sent)
            {
                return [.. _sent];
            }
        }
    }

    /// <summary>True if the caller runs on another thread than the scenario, where the virtual clock may have moved on.</summary>
    public bool IsOnOtherThread => Environment.CurrentManagedThreadId != _thread;

    public void At(TimeSpan delay, Action action) => Keep(Time.CreateTimer(_ => action(), state: null, delay, Timeout.InfiniteTimeSpan));

    public void Every(TimeSpan period, Action action) => Keep(Time.CreateTimer(_ => action(), state: null, period, period));

    /// <summary>Marks the requests that the caller sends from now on, in the caller's asynchronous flow.</summary>
    public void MarkRequestsOf(ScenarioCall call) => _caller.Value = call;

    public SentRequest RecordSent()
    {
        var sent = new SentRequest(_caller.Value, Now.Elapsed, Time.GetUtcNow());
        lock (_sent)
        {
            _sent.Add(sent);
        }

        return sent;
    }

    /// <summary>Returns the account's orders at the start and now, as a call sees them.</summary>
    public CallWorld CreateWorld(IEnumerable<SimulatedOrder> atStart) => CallWorld.Create(
        atStart,
        Account.Orders,
        queryStatusDelay: _plan.Views.StatusDelay,
        maxResponseAge: _plan.Client.AttemptTimeout + (2 * _plan.Client.MaxLatency));

    /// <summary>Places the order that the user places right after a call has returned, with the given client id unless an open order has it.</summary>
    public SimulatedOrder PlaceNext(string symbol, string? clientAlgoId)
    {
        bool isFree = clientAlgoId is null || Account.FindOrder(clientAlgoId) is not { IsLive: true };
        return Account.Place(new SimulatedOrderTerms { Symbol = symbol, ClientAlgoId = isFree ? clientAlgoId : null, ViewDelays = _plan.NextOrderDelays });
    }

    /// <summary>Runs an action of the exchange as if it had taken place before. No request is under way at that moment.</summary>
    public T InThePast<T>(TimeSpan ago, Func<T> action)
    {
        TimeSpan skew = Exchange.ClockSkew;
        Exchange.ClockSkew = skew - ago;
        try
        {
            return action();
        }
        finally
        {
            Exchange.ClockSkew = skew;
        }
    }

    /// <summary>Moves the clock from timer to timer until the condition holds.</summary>
    /// <returns>True if the condition held within the given time.</returns>
    public bool AdvanceUntil(Func<bool> condition, TimeSpan atMost)
    {
        TimeSpan end = Now.Elapsed + atMost;
        while (!condition())
        {
            if (Now.Elapsed > end || !Time.AdvanceToNextTimer())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Cancels the scheduled actions. The exchange's own timers stay.</summary>
    public void Dispose()
    {
        lock (_sent)
        {
            _isOver = true;
            _timers.ForEach(timer => timer.Dispose());
        }
    }

    private void Keep(ITimer timer)
    {
        lock (_sent)
        {
            _timers.Add(timer);
            if (_isOver)
            {
                timer.Dispose();
            }
        }
    }
}
