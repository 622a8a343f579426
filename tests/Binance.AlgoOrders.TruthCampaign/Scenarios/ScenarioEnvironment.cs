using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The environment of one scenario: its own clock and exchange, and one thread that runs everything.</summary>
internal sealed class ScenarioEnvironment : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<ITimer> _timers = [];
    private readonly long _startedAt;

    public ScenarioEnvironment(ClockPlan clock)
    {
        Exchange = new SimulatedExchange(Time) { ClockSkew = clock.Skew };
        _startedAt = Time.GetTimestamp();
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public Moment Now => new(Exchange.Now, Time.GetElapsedTime(_startedAt));

    /// <summary>True if the caller runs on another thread than the scenario, where the virtual clock may have moved on.</summary>
    public bool IsOnOtherThread => Environment.CurrentManagedThreadId != _thread;

    public void At(TimeSpan delay, Action action) => _timers.Add(Time.CreateTimer(_ => action(), state: null, delay, Timeout.InfiniteTimeSpan));

    public void Every(TimeSpan period, Action action) => _timers.Add(Time.CreateTimer(_ => action(), state: null, period, period));

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
    public void Dispose() => _timers.ForEach(timer => timer.Dispose());
}
