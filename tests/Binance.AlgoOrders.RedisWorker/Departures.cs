using System.Diagnostics;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Sees every request as it leaves the client.</summary>
internal sealed class Departures
{
    private readonly AsyncLocal<Departure?> _current = new();
    private int _sentWhileBanned;

    /// <summary>Set once the client is made.</summary>
    public IRequestBudget? Budget { get; set; }

    public int SentWhileBanned => _sentWhileBanned;

    /// <summary>Whatever the caller's flow sends next is this departure.</summary>
    public Departure Expect()
    {
        var departure = new Departure();
        _current.Value = departure;
        return departure;
    }

    public void See()
    {
        _current.Value?.Leave();
        if (Budget?.Ban is not null)
        {
            Interlocked.Increment(ref _sentWhileBanned);
        }
    }

    internal sealed class Departure
    {
        private readonly long _called = Stopwatch.GetTimestamp();

        public TimeSpan? After { get; private set; }

        public void Leave() => After ??= Stopwatch.GetElapsedTime(_called);
    }
}
