using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Where one scenario plays: its own clock and exchange, and one thread on which everything happens.</summary>
internal sealed class Stage : IDisposable
{
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly List<ITimer> _timers = [];
    private readonly long _began;

    public Stage(ClockPlan clock)
    {
        Exchange = new SimulatedExchange(Time) { ClockSkew = clock.Skew };
        _began = Time.GetTimestamp();
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public Moment Now => new(Exchange.Now, Time.GetElapsedTime(_began));

    /// <summary>Whether the caller runs on another thread than the scenario's, where the virtual clock may have moved on meanwhile.</summary>
    public bool IsLeft => Environment.CurrentManagedThreadId != _thread;

    public void At(TimeSpan delay, Action happens) => _timers.Add(Time.CreateTimer(_ => happens(), state: null, delay, Timeout.InfiniteTimeSpan));

    public void Every(TimeSpan period, Action happens) => _timers.Add(Time.CreateTimer(_ => happens(), state: null, period, period));

    /// <summary>Moves the clock from timer to timer until the condition holds.</summary>
    /// <returns>Whether it came to hold within the given time.</returns>
    public bool PlayUntil(Func<bool> isOver, TimeSpan atMost)
    {
        TimeSpan end = Now.Elapsed + atMost;
        while (!isOver())
        {
            if (Now.Elapsed > end || !Time.AdvanceToNextTimer())
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Calls off what was arranged; the exchange's own timers stay.</summary>
    public void Dispose() => _timers.ForEach(timer => timer.Dispose());
}
