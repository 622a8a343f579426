using System.Diagnostics;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>What the calls of one round share: a client that outlives it, and an exchange that does not.</summary>
internal sealed class Venue(SoakPlan plan, AlgoOrderClient client, SimulatedExchange exchange, SimulatedAccount account)
{
    public const string Symbol = "BTCUSDT";

    // Far below the 300 orders in ten seconds of the exchange: the answer to the 301st would silence the client.
    private const int MostPlaces = 150;

    // Told apart by their recvWindow, which ends at 60 s.
    private const int MostCalls = 50_000;
    private const int ShortestWindow = 1000;

    private readonly long _begun = Stopwatch.GetTimestamp();
    private int _windows;
    private int _places;

    public SoakPlan Plan => plan;

    public AlgoOrderClient Client => client;

    public SimulatedExchange Exchange => exchange;

    public SimulatedAccount Account => account;

    public Moment Now => new(exchange.Now, Stopwatch.GetElapsedTime(_begun));

    /// <summary>Whether no caller begins another call.</summary>
    public bool IsClosing => Stopwatch.GetElapsedTime(_begun) > plan.Load || Volatile.Read(ref _windows) > MostCalls;

    /// <summary>A recvWindow that no other call of this round has.</summary>
    public TimeSpan TakeWindow() => TimeSpan.FromMilliseconds(ShortestWindow + Interlocked.Increment(ref _windows));

    /// <summary>Whether one more order may be placed through the client.</summary>
    public bool TakePlace() => Interlocked.Increment(ref _places) <= MostPlaces;
}
