using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Telemetry;

namespace Binance.AlgoOrders.Tests.Calls;

/// <summary>
/// A process may be suspended at any moment. For every reading of the clock that a call makes, the clock jumps there: the call then ends, and sends nothing
/// more. It runs apart from the tests that listen to gauges, because a gauge reads the clock too.
/// </summary>
[Collection(nameof(ListeningTests))]
public class ClockJumpTests
{
    private const int MostReadings = 2000;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Tolerance = TimeSpan.FromMilliseconds(1);

    private static readonly ClockJump[] Jumps =
    [
        new(Limit + TimeSpan.FromSeconds(2), IsAfterReading: false),
        new(Limit + TimeSpan.FromSeconds(2), IsAfterReading: true),
        new(Limit, IsAfterReading: false),
        new(Limit - TimeSpan.FromMicroseconds(300), IsAfterReading: false),
    ];

    public static MatrixTheoryData<string, string> Cases => new(Calls.Keys, FailingPeer.Kinds);

    private static Dictionary<string, Func<AlgoOrderClient, Task>> Calls { get; } = new(StringComparer.Ordinal)
    {
        ["cancel"] = client => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(7)),
        ["ensure_canceled"] = client => client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(7)),
        ["ensure_canceled with a symbol"] = client => client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(7) with { Symbol = "BTCUSDT" }),
        ["ensure_canceled by client id"] = client => client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId("stop") with { Symbol = "BTCUSDT" }),
        ["cancel_all"] = client => client.CancelAllAsync("BTCUSDT"),
        ["ensure_all_canceled"] = client => client.EnsureAllCanceledAsync("BTCUSDT"),
        ["find"] = client => client.FindAsync(AlgoOrderId.FromAlgoId(7)),
        ["list_open"] = client => client.ListOpenAsync("BTCUSDT"),
        ["ensure_placed"] = client => client.EnsurePlacedAsync(Stop()),
        ["place"] = client => client.PlaceAsync(Stop()),
        ["replace"] = client => client.ReplaceAsync(Replace()),
        ["replace, place first"] = client => client.ReplaceAsync(Replace() with { Sequence = ReplaceSequence.PlaceFirst }),
        ["synchronize_clock"] = client => client.SynchronizeClockAsync(),
        ["refresh_credentials"] = client => client.RefreshCredentialsAsync(),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_call_ends_at_a_jump_beyond_its_deadline_and_sends_nothing_more(string call, string peer)
    {
        foreach (ClockJump jump in Jumps)
        {
            bool isReached = true;
            for (int reading = 1; isReached; reading++)
            {
                Assert.True(reading < MostReadings, $"The call reads the clock {MostReadings} times.");
                isReached = await RunAsync(Calls[call], peer, reading, jump);
            }
        }
    }

    /// <summary>Runs a call whose clock jumps at one of its readings.</summary>
    /// <returns>True if the call read the clock that often.</returns>
    private static async Task<bool> RunAsync(Func<AlgoOrderClient, Task> call, string kind, int reading, ClockJump jump)
    {
        var time = new ManualTimeProvider();
        DateTimeOffset start = time.GetUtcNow();
        var clock = new JumpingTimeProvider(time, reading, jump);
        using var peer = new FailingPeer(kind, time);
        using AlgoOrderClient client = AlgoOrderClient.Create(CreateOptions(kind), peer, clock);

        int before = clock.Readings;
        Exception? failure = await Record.ExceptionAsync(() => time.RunAsync(call(client)));

        string where = $"jump to {jump} at reading {reading}";
        Assert.True(failure is null or AlgoOrderException, $"{where}: {failure}");
        if (clock.JumpedTo is not { } jumpedTo)
        {
            return false;
        }

        // With its first reading the call begins, so that its deadline is later.
        if (reading <= before || (reading == before + 1 && !jump.IsAfterReading))
        {
            return true;
        }

        TimeSpan end = TimeSpan.FromTicks(Math.Max(jumpedTo.Ticks, Limit.Ticks));
        TimeSpan ended = time.GetUtcNow() - start;
        Assert.True(ended <= end + Tolerance, $"{where}: the call ended at {ended}.");

        // A synchronization of the clock is shared by all calls and has a time limit of its own.
        Assert.All(peer.Arrivals.Where(request => !request.Path.EndsWith("/time", StringComparison.Ordinal)), request => Assert.True(request.At < Limit, $"{where}: {request}"));
        return true;
    }

    private static ReplaceAlgoOrderRequest Replace() => ReplaceAlgoOrderRequest.ById(AlgoOrderId.FromAlgoId(7), Stop()) with { Timeout = Limit };

    private static NewAlgoOrder.StopMarket Stop() => new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, 60_000m) { ClientAlgoId = "stop" };

    private static AlgoOrderClientOptions CreateOptions(string peer) => new()
    {
        CredentialsProvider = new Provider(peer),
        Timeout = Limit,
        AttemptTimeout = Limit * 0.7,
        MaxRetryAttempts = 10,
        VisibilityLag = TimeSpan.FromMilliseconds(300),
        RecvWindow = TimeSpan.FromMilliseconds(10),
        RequestBudget = peer == "budget" ? new SlowBudget() : null,
    };

    /// <summary>Returns its first key at once, and never returns another if the peer rejects the key.</summary>
    private sealed class Provider(string peer) : IApiCredentialsProvider
    {
        private int _calls;

        public async ValueTask<ApiCredentials> GetAsync(CredentialsReason reason, CancellationToken cancellationToken = default)
        {
            if (_calls++ > 0 && peer == "-2015")
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, CancellationToken.None).ConfigureAwait(false);
            }

            return ApiCredentials.FromSecretKey("key", "secret");
        }
    }
}
