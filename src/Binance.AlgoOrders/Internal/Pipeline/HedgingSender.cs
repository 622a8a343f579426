using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>
/// Sends a request once and, if it may be repeated and no response comes in time, up to twice more on other connections. The first response counts. Records
/// the attempts in the call. Polly's hedging is not used: it cancels the attempts that lose, whose 418 or 429 must count and which may still be executed.
/// </summary>
internal sealed partial class HedgingSender(AttemptSender sender, HedgePolicy policy, TimeSpan attemptTimeout, TimeProvider timeProvider, ILogger logger)
{
    private const int MaxIdle = 64;

    private readonly ConcurrentQueue<AttemptRace> _idle = new();

    /// <summary>Sends a request. Sends nothing if the time is over. Throws only if the caller cancels.</summary>
    /// <param name="request">The request.</param>
    /// <param name="call">The call that the request belongs to.</param>
    /// <param name="reserved">The part of the call's time that the request must leave.</param>
    /// <returns>The attempt that got a response, or the last one if none did.</returns>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Attempt> SendAsync(ApiRequest request, CallContext call, TimeSpan reserved)
    {
        call.CancellationToken.ThrowIfCancellationRequested();
        await sender.WaitUntilReadyAsync(GetTimeout(call, reserved), call).ConfigureAwait(false);
        Attempt first = sender.Create(request, call.Connection, isHedge: false);

        // The limit counts from the beginning of the attempt, which is read first, because the process may be suspended in between.
        var limit = new AttemptLimit(first.StartTimestamp, GetTimeout(call, reserved));
        if (limit.Timeout == TimeSpan.Zero)
        {
            return EndWithCall(first, call);
        }

        RequestCost cost = call.GetCost(request.Endpoint);
        if (!sender.TryConsume(first, cost))
        {
            call.Record(first);
            return first;
        }

        call.RecordConsumed(cost);
        policy.CountRequest();
        AttemptRace race = Rent();
        CancellationTokenRegistration cancellation = call.CancellationToken.UnsafeRegister(static race => ((AttemptRace)race!).Wake(), race);
        try
        {
            Start(first, race, call, limit);
            Attempt? response = await GetFirstResponseAsync(first, race, call, limit).ConfigureAwait(false);
            race.RecordIn(call);
            Attempt result = response ?? call.LastAttempt!;
            call.ContinueAfter(result);
            return result;
        }
        finally
        {
            await cancellation.DisposeAsync().ConfigureAwait(false);
            Return(race);
        }
    }

    // It is no attempt of the call, because nothing was sent.
    private static Attempt EndWithCall(Attempt attempt, CallContext call)
    {
        attempt.Previous = call.LastAttempt;
        attempt.Failure = new OperationCanceledException("The time of the call is over.");
        ResponseInterpreter.Interpret(attempt, copiesSent: 0);
        return attempt;
    }

    private void Start(Attempt attempt, AttemptRace race, CallContext call, AttemptLimit limit)
    {
        SignedRequestMessage message = sender.CreateMessage(attempt);
        race.Start(attempt, message, sender.SendAsync(attempt, message, limit, call));
    }

    private TimeSpan GetTimeout(CallContext call, TimeSpan reserved) =>
        TimeMath.Min(TimeMath.Max(call.Remaining - reserved, TimeSpan.Zero), attemptTimeout);

    private AttemptRace Rent()
    {
        if (_idle.TryDequeue(out AttemptRace? race))
        {
            return race;
        }

        return new AttemptRace(timeProvider);
    }

    private void Return(AttemptRace race)
    {
        if (race.TryReset() && _idle.Count < MaxIdle)
        {
            _idle.Enqueue(race);
        }
    }
}
