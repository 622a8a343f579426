using System.Diagnostics;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Records when requests are passed to the connection, and whether a ban was known then.</summary>
internal sealed class Departures
{
    private readonly AsyncLocal<Departure?> _current = new();
    private int _sentWhileBanned;

    /// <summary>The client's budget, which is set after the client has been created.</summary>
    public IRequestBudget? Budget { get; set; }

    public int SentWhileBanned => _sentWhileBanned;

    /// <summary>Measures the next request that the caller's asynchronous flow sends.</summary>
    public Departure Expect()
    {
        var departure = new Departure();
        _current.Value = departure;
        return departure;
    }

    public void RecordRequest()
    {
        _current.Value?.Complete();
        if (Budget?.Block is not null)
        {
            Interlocked.Increment(ref _sentWhileBanned);
        }
    }

    internal sealed class Departure
    {
        private readonly long _calledAt = Stopwatch.GetTimestamp();

        public TimeSpan? Delay { get; private set; }

        public void Complete() => Delay ??= Stopwatch.GetElapsedTime(_calledAt);
    }
}
