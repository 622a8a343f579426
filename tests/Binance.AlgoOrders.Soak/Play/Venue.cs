using System.Diagnostics;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>The shared objects of one round: the client of all rounds, and the exchange of this one.</summary>
internal sealed class Venue(SoakPlan plan, AlgoOrderClient client, SimulatedExchange exchange, SimulatedAccount account)
{
    public const string Symbol = "BTCUSDT";

    // Far below the exchange's 300 orders in ten seconds, because the response to the 301st would block the client.
    private const int MaxPlaces = 150;

    // Every call has its own recvWindow, which may be at most 60 s.
    private const int MaxCalls = 50_000;
    private const int ShortestWindow = 1000;

    private readonly long _startedAt = Stopwatch.GetTimestamp();
    private int _windows;
    private int _places;

    public SoakPlan Plan => plan;

    public AlgoOrderClient Client => client;

    public SimulatedExchange Exchange => exchange;

    public SimulatedAccount Account => account;

    public Moment Now => new(exchange.Now, Stopwatch.GetElapsedTime(_startedAt));

    /// <summary>Gets whether callers must not begin another call.</summary>
    public bool IsClosing => Stopwatch.GetElapsedTime(_startedAt) > plan.Load || Volatile.Read(ref _windows) > MaxCalls;

    /// <summary>Gets a recvWindow that no other call of this round has.</summary>
    public TimeSpan TakeWindow() => TimeSpan.FromMilliseconds(ShortestWindow + Interlocked.Increment(ref _windows));

    /// <summary>Counts an order that is to be placed through the client, and returns false if there are too many.</summary>
    public bool TryTakePlace() => Interlocked.Increment(ref _places) <= MaxPlaces;
}
