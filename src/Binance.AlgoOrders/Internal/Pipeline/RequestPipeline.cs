using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>Sends the requests of one client: one attempt, recovery from a rejected clock or key, and retry.</summary>
internal sealed class RequestPipeline(
    HedgingSender sender,
    RejectionRecovery recovery,
    RetryPolicy retry,
    ClockSynchronizer clock,
    RateLimitTracker limits,
    PipelineTimes times,
    ILogger logger)
{
    private static readonly TimeSpan SafetyMargin = TimeSpan.FromSeconds(1);

    public ClockSynchronizer Clock => clock;

    public RateLimitTracker Limits => limits;

    public ILogger Log => logger;

    public PipelineTimes Times => times;

    /// <summary>
    /// Sends a request until it succeeds, a retry would not help, or the time is up. Waits as long as the client's own budget, or an order limit, holds it
    /// back, if the call lasts that long.
    /// </summary>
    /// <returns>The last attempt. The context of the call holds the ones before it.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendWithRetryAsync(ApiRequest request, CallContext call)
    {
        Attempt first = await SendWhenAllowedAsync(request, call).ConfigureAwait(false);

        // A success never enters the retry policy, which allocates.
        if (first.ShouldRetry() && !call.IsOver)
        {
            return await RetryAsync(first, call).ConfigureAwait(false);
        }

        return first;
    }

    /// <summary>
    /// Sends a request once. If Binance rejects its timestamp or its key, recovers and sends it again. A second rejection in a row is returned.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <param name="call">The call that the request belongs to.</param>
    /// <param name="reserved">The part of the call's time that the attempt must leave.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendOnceAsync(ApiRequest request, CallContext call, TimeSpan reserved = default)
    {
        Attempt attempt = await sender.SendAsync(request, call, reserved).ConfigureAwait(false);
        ResponseRule? recovered = null;
        while (attempt is { Execution: ExecutionStatus.NotExecuted, Error: not null }
            && attempt.Rule != recovered
            && await recovery.TryRecoverAsync(attempt, call).ConfigureAwait(false)
            && !call.IsOver)
        {
            recovered = attempt.Rule;
            attempt = await sender.SendAsync(request, call, reserved).ConfigureAwait(false);
        }

        return attempt;
    }

    /// <summary>
    /// Returns the time until no unknown attempt of a call can be executed any more, by the client's clock and with a margin. Negative if that moment has
    /// passed, and zero if no attempt is unknown.
    /// </summary>
    public TimeSpan GetTimeUntilExpired(CallContext call) =>
        GetEnd(call) - clock.ServerTime ?? TimeSpan.Zero;

    /// <summary>
    /// Waits, if the call lasts that long, until no unknown attempt can be executed any more: until its timestamp and window have passed on
    /// Binance's clock, which is read anew for this, plus one second.
    /// </summary>
    /// <returns>True if that moment has come.</returns>
    public async Task<bool> WaitUntilExpiredAsync(CallContext call)
    {
        if (GetEnd(call) is not { } end || !call.MayStillBeExecuted)
        {
            return true;
        }

        if (end - clock.ServerTime > call.Remaining
            || await clock.SynchronizeAsync(call).ConfigureAwait(false) is not { Best: { } reading }
            || end + reading.Error - clock.ServerTime is var wait && wait > call.Remaining)
        {
            return false;
        }

        await call.WaitAsync(TimeMath.Max(wait, TimeSpan.Zero)).ConfigureAwait(false);
        call.MarkExpired();
        return true;
    }

    private ValueTask<Attempt> RetryAsync(Attempt first, CallContext call) =>
        retry.ExecuteAsync(first, call, () => SendWhenAllowedAsync(first.Request, call));

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt> SendWhenAllowedAsync(ApiRequest request, CallContext call)
    {
        Attempt attempt = await SendOnceAsync(request, call).ConfigureAwait(false);
        while (attempt is { Execution: ExecutionStatus.NotExecuted, Hold: { IsWorthWaiting: true } hold } && hold.Remaining < call.Remaining)
        {
            await call.WaitAsync(hold.Remaining).ConfigureAwait(false);
            if (call.IsOver)
            {
                break;
            }

            attempt = await SendOnceAsync(request, call).ConfigureAwait(false);
        }

        return attempt;
    }

    private static DateTimeOffset? GetEnd(CallContext call)
    {
        if (call.LatestExpiry is not { } expiry)
        {
            return null;
        }

        return DateTimeOffset.FromUnixTimeMilliseconds(expiry) + SafetyMargin;
    }
}

/// <summary>Holds the time spans that a client is configured with.</summary>
/// <param name="Attempt">The time limit of one attempt.</param>
/// <param name="VisibilityLag">The time for which Binance may not yet show a change of an order.</param>
/// <param name="RecvWindow">The time for which Binance may execute a request that has no window of its own.</param>
internal sealed record PipelineTimes(TimeSpan Attempt, TimeSpan VisibilityLag, TimeSpan RecvWindow);
