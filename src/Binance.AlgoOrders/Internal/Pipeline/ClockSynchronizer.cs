using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>
/// Synchronizes the client's clock with Binance's, <c>GET /fapi/v1/time</c>. Of a few samples the one with the shortest round trip counts.
/// Concurrent callers share one synchronization.
/// </summary>
internal sealed class ClockSynchronizer(HedgingSender sender, ServerClock clock, TimeProvider timeProvider, TimeSpan attemptTimeout, ILogger logger)
{
    private const int SampleCount = 3;

    // The year 9000. Times computed from an earlier one stay in the range of DateTimeOffset.
    private const long MaxServerTime = 221_845_392_000_000;

    private static readonly ApiEndpoint Time = new(HttpMethod.Get, "time") { IsSigned = false };

    private readonly Lock _lock = new();
    private Lazy<Task<ClockSyncResult>>? _run;

    public DateTimeOffset ServerTime => clock.UtcNow;

    /// <summary>Gets Binance's time, or null before the first synchronization, when the machine's clock may be wrong by any time.</summary>
    public DateTimeOffset? SynchronizedTime => LastReading switch
    {
        null => null,
        _ => clock.UtcNow,
    };

    /// <summary>Gets the reading that the clock follows, or null before the first synchronization.</summary>
    public ClockReading? LastReading => clock.LastReading;

    /// <summary>Synchronizes the clock, or joins the synchronization that is in progress.</summary>
    /// <returns>The result, or null if the call's time was up first.</returns>
    public async Task<ClockSyncResult?> SynchronizeAsync(CallContext call)
    {
        if (call.IsOver)
        {
            return null;
        }

        Lazy<Task<ClockSyncResult>> run;
        lock (_lock)
        {
            if (_run is null or { IsValueCreated: true, Value.IsCompleted: true })
            {
                _run = new(RunAsync);
            }

            run = _run;
        }

        // The run does not end with the caller who started it, because others may wait for it.
        if (!await call.WaitForAsync(run.Value).ConfigureAwait(false))
        {
            return null;
        }

        return await run.Value.ConfigureAwait(false);
    }

    /// <summary>Ensures that the clock was synchronized after a moment at which it was wrong.</summary>
    /// <param name="timestamp">The monotonic timestamp of that moment.</param>
    /// <param name="call">The call that waits for the synchronization.</param>
    /// <returns>True if it was.</returns>
    public async Task<bool> EnsureSynchronizedSinceAsync(long timestamp, CallContext call) =>
        clock.LastReading?.TakenAt >= timestamp || (await SynchronizeAsync(call).ConfigureAwait(false))?.Best is not null;

    /// <summary>Returns Binance's time at a monotonic timestamp.</summary>
    public ClockMoment GetMoment(long timestamp) => clock.GetMoment(timestamp);

    private async Task<ClockSyncResult> RunAsync()
    {
        var call = new CallContext(timeProvider, SampleCount * attemptTimeout, CancellationToken.None);
        var request = new Request();
        ClockReading? best = null;
        Attempt? last = null;
        int samples = 0;
        for (; samples < SampleCount && last?.BlockedFor is null; samples++)
        {
            last = await sender.SendAsync(request, call, reserved: TimeSpan.Zero).ConfigureAwait(false);
            if (request.ResponseOf(last) is { } time && (best is null || last.Duration < best.RoundTrip))
            {
                long half = (long)(last.Duration / 2 / TimeSpan.FromSeconds(1) * timeProvider.TimestampFrequency);
                best = new ClockReading(DateTimeOffset.FromUnixTimeMilliseconds(time.ServerTime), last.StartTimestamp + half, last.Duration);
            }
        }

        if (best is not null)
        {
            clock.Set(best);
        }

        var result = new ClockSyncResult(best, clock.UtcNow - timeProvider.GetUtcNow(), samples, last!);
        logger.SynchronizationEnded(result);
        return result;
    }

    private sealed class Request() : QueryStringRequest<ServerTimeJsonContext.Body>(Time)
    {
        protected override ServerTimeJsonContext.Body? Read(ReadOnlySpan<byte> body)
        {
            ServerTimeJsonContext.Body? time = JsonSerializer.Deserialize(body, ServerTimeJsonContext.Default.BodyInfo);
            return time?.ServerTime is > 0 and < MaxServerTime ? time : null;
        }
    }
}

/// <summary>Reads <c>{"serverTime":1499827319559}</c>.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Body), TypeInfoPropertyName = "BodyInfo")]
internal sealed partial class ServerTimeJsonContext : JsonSerializerContext
{
    internal sealed record Body
    {
        [JsonPropertyName("serverTime")]
        public long ServerTime { get; init; }
    }
}
