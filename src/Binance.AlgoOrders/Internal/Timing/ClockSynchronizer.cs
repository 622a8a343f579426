using System.Text.Json;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Timing;

/// <summary>Sets a client's clock by <c>GET /fapi/v1/time</c>: of a few looks the one with the least round trip counts. One run at a time serves all callers.</summary>
internal sealed class ClockSynchronizer(AttemptSender sender, ServerClock clock, TimeProvider timeProvider, TimeSpan attemptTimeout, ILogger logger)
{
    private const int Looks = 3;

    // The year 9000: nothing that is reckoned from a time before it leaves the range of DateTimeOffset.
    private const long EndOfTime = 221_845_392_000_000;

    private static readonly ApiOperation Time = new(HttpMethod.Get, "time") { IsSigned = false };

    private readonly Gate _turn = new();
    private Lazy<Task<SynchronizationRun>>? _run;

    public DateTimeOffset ServerTime => clock.UtcNow;

    public ClockReading? LastReading => clock.LastReading;

    /// <summary>Sets the clock anew, or joins the run that is under way.</summary>
    /// <returns>What came of it; null: the call's time was up first.</returns>
    public async Task<SynchronizationRun?> SynchronizeAsync(ApiCall call)
    {
        Lazy<Task<SynchronizationRun>> run;
        lock (_turn)
        {
            run = _run is null or { IsValueCreated: true, Value.IsCompleted: true } ? _run = new(RunAsync) : _run;
        }

        // The run is nobody's: the caller who started it may leave, and the others still want its result.
        try
        {
            return await run.Value.WaitAsync(call.Remaining, timeProvider, call.CallersToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    /// <summary>Makes sure that the clock has been set since a moment at which it was wrong.</summary>
    /// <param name="timestamp">The monotonic timestamp of that moment.</param>
    /// <param name="call">The call that waits for it.</param>
    /// <returns>Whether it has.</returns>
    public async Task<bool> EnsureSynchronizedSinceAsync(long timestamp, ApiCall call) =>
        clock.LastReading?.TakenAt >= timestamp || (await SynchronizeAsync(call).ConfigureAwait(false))?.Best is not null;

    private async Task<SynchronizationRun> RunAsync()
    {
        var call = new ApiCall(timeProvider, Looks * attemptTimeout, CancellationToken.None);
        var request = new Request();
        ClockReading? best = null;
        Attempt? last = null;
        int looks = 0;
        for (; looks < Looks && last?.Blocked is null; looks++)
        {
            long start = timeProvider.GetTimestamp();
            last = await sender.SendAsync(request, call, attemptTimeout).ConfigureAwait(false);
            long end = timeProvider.GetTimestamp();
            TimeSpan roundTrip = timeProvider.GetElapsedTime(start, end);
            if (request.AnswerOf(last) is { } answer && (best is null || roundTrip < best.RoundTrip))
            {
                best = new ClockReading(DateTimeOffset.FromUnixTimeMilliseconds(answer.ServerTime), start + ((end - start) / 2), roundTrip);
            }
        }

        if (best is not null)
        {
            clock.Set(best);
        }

        var run = new SynchronizationRun(best, clock.UtcNow - timeProvider.GetUtcNow(), looks, last!);
        logger.SynchronizationEnded(run);
        return run;
    }

    private sealed class Request() : TextRequest<ServerTimeJsonContext.Body>(Time)
    {
        protected override ServerTimeJsonContext.Body? Read(ReadOnlySpan<byte> body) =>
            JsonSerializer.Deserialize(body, ServerTimeJsonContext.Default.BodyInfo) is { ServerTime: > 0 and < EndOfTime } answer ? answer : null;
    }
}
