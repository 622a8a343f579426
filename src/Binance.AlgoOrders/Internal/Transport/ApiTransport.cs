using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Internal.Timing;
using Microsoft.Extensions.Logging;
using Polly;
using Polly.Timeout;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>Carries the requests of one client: attempts, their repetition, the clock and the limits that they share.</summary>
internal sealed class ApiTransport(
    AttemptSender sender,
    RequestSigning signing,
    ClockSynchronizer clock,
    RefusalRemedy remedy,
    RequestLimits limits,
    IRequestBudget budget,
    ApiTransportDefaults defaults,
    TimeProvider timeProvider,
    ClientTelemetry telemetry,
    ILogger logger)
{
    private static readonly TimeSpan SafetyMargin = TimeSpan.FromSeconds(1);

    private readonly ResiliencePipeline<Attempt> _repetition = RepetitionPipeline.Build(defaults.MaxRetryAttempts, timeProvider);
    private CallObservation? _observation;

    public RequestSigning Signing => signing;

    public ClockSynchronizer Clock => clock;

    public RequestLimits Limits => limits;

    public ClientTelemetry Telemetry => telemetry;

    public ILogger Log => logger;

    public TimeSpan AttemptTimeout => defaults.AttemptTimeout;

    /// <summary>How long bulk work has to wait before it may send a request of this weight: for the end of a ban, or for the next minute.</summary>
    public TimeSpan TimeUntilBulkMaySend(int weight)
    {
        TimeSpan ban = budget.Ban?.Left ?? TimeSpan.Zero;
        TimeSpan minute = budget.TimeUntilMaySend(new RequestCost(weight, RequestPriority.Bulk, CountsAsOrder: false), clock.ServerTime);
        return ban > minute ? ban : minute;
    }

    public Task WaitAsync(TimeSpan wait, CancellationToken cancellationToken) => Task.Delay(wait.RoundedUp(), timeProvider, cancellationToken);

    public CancellationTokenSource TimerFor(TimeSpan time) => new(time, timeProvider);

    public ApiCall Begin(TimeSpan? timeout, CancellationToken cancellationToken) => new(timeProvider, timeout ?? defaults.Timeout, cancellationToken, _observation);

    /// <summary>The same transport; the calls that it begins are watched.</summary>
    public ApiTransport WatchedBy(CallObservation observation)
    {
        var watched = (ApiTransport)MemberwiseClone();
        watched._observation = observation;
        return watched;
    }

    /// <summary>
    /// Sends until there is an answer, a refusal that a repetition would not change, or no time. An attempt in doubt is repeated where the
    /// request allows it.
    /// </summary>
    /// <returns>The last attempt. The ones before it are in the call's history.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendAsync(ApiRequest request, ApiCall call)
    {
        Attempt first = await sender.SendAsync(request, call, TimeFor(call, reserved: default)).ConfigureAwait(false);
        if (first.Verdict == AttemptVerdict.Answered)
        {
            return first;
        }

        first = await MendedAsync(first, call, reserved: default).ConfigureAwait(false);
        return RepetitionPipeline.IsWorthRepeating(first) && call.Remaining > TimeSpan.Zero
            ? await RepeatAsync(request, call, first).ConfigureAwait(false)
            : first;
    }

    /// <summary>Makes one attempt; where Binance refuses its timestamp or its key, one more after that was mended, once per call for either.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">The call that it is made for.</param>
    /// <param name="reserved">How much of the call's time it must leave.</param>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> AttemptAsync(ApiRequest request, ApiCall call, TimeSpan reserved = default)
    {
        Attempt attempt = await sender.SendAsync(request, call, TimeFor(call, reserved)).ConfigureAwait(false);
        return attempt.Verdict == AttemptVerdict.Answered ? attempt : await MendedAsync(attempt, call, reserved).ConfigureAwait(false);
    }

    private async ValueTask<Attempt> MendedAsync(Attempt attempt, ApiCall call, TimeSpan reserved)
    {
        while (attempt is { Verdict: AttemptVerdict.NotExecuted, Error: not null } && await remedy.TryAsync(attempt, call).ConfigureAwait(false))
        {
            attempt = await sender.SendAsync(attempt.Request, call, TimeFor(call, reserved)).ConfigureAwait(false);
        }

        return attempt;
    }

    private TimeSpan TimeFor(ApiCall call, TimeSpan reserved)
    {
        TimeSpan left = call.Remaining - reserved;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < defaults.AttemptTimeout ? left : defaults.AttemptTimeout;
    }

    /// <summary>
    /// Waits, where the call lasts that long, until no attempt in doubt can be executed any more: its timestamp and window have passed on
    /// Binance's clock, which is read anew for that, and a second for good measure.
    /// </summary>
    /// <returns>Whether that moment has come.</returns>
    public async Task<bool> WaitUntilDecidedAsync(ApiCall call)
    {
        if (call.LastExpiry is not { } expiry || !call.MayStillBeExecuted)
        {
            return true;
        }

        DateTimeOffset end = DateTimeOffset.FromUnixTimeMilliseconds(expiry) + SafetyMargin;
        if (end - clock.ServerTime > call.Remaining
            || await clock.SynchronizeAsync(call).ConfigureAwait(false) is not { Best: { } reading }
            || end + reading.Error - clock.ServerTime is var wait && wait > call.Remaining)
        {
            return false;
        }

        await call.WaitAsync(wait > TimeSpan.Zero ? wait : TimeSpan.Zero).ConfigureAwait(false);
        call.DecideUpTo(expiry);
        return true;
    }

    // The pipeline is entered only here, so that a call that succeeds at once does not pay for it: it starts with the attempt that was made.
    private async ValueTask<Attempt> RepeatAsync(ApiRequest request, ApiCall call, Attempt first)
    {
        Attempt last = first;
        bool isFirst = true;
        ResilienceContext context = RepetitionPipeline.Enter(call);
        try
        {
            await _repetition.ExecuteAsync(
                async _ =>
                {
                    last = isFirst ? first : await AttemptAsync(request, call).ConfigureAwait(false);
                    isFirst = false;
                    return last;
                },
                context).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException)
        {
            // The time was up between two attempts; the last one tells how it stands.
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }

        return last;
    }
}
