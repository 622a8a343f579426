using System.Diagnostics;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Records when requests are passed to the connection, and how many were sent although a ban was known.</summary>
internal sealed class Departures
{
    public static readonly RequestCost AnyRequest = new(1, RequestPriority.Cancel, CountsAsOrder: false);

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

    /// <summary>Completes the measurement of the request, and returns whether a ban is known.</summary>
    public bool RecordRequest()
    {
        _current.Value?.Complete();
        return Budget?.GetBlock(AnyRequest) is not null;
    }

    public void RecordSentWhileBanned() => Interlocked.Increment(ref _sentWhileBanned);

    internal sealed class Departure
    {
        private readonly long _calledAt = Stopwatch.GetTimestamp();

        public TimeSpan? Delay { get; private set; }

        public void Complete() => Delay ??= Stopwatch.GetElapsedTime(_calledAt);
    }
}
