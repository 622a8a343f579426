using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Pipeline;

// Waits for the first response, and sends the request again while none comes.
internal sealed partial class HedgingSender
{
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(10);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Attempt?> GetFirstResponseAsync(Attempt first, AttemptRace race, CallContext call, AttemptLimit limit)
    {
        TimeSpan pause = policy.GetDelay(first);
        TimeSpan next = pause;
        while (true)
        {
            Attempt? response = race.FindResponse();
            TimeSpan elapsed = timeProvider.GetElapsedTime(first.StartTimestamp);
            TimeSpan end = TimeMath.Min(GetEndOfWait(response, next), limit.Timeout);
            if (race.IsOver || (response is not null && elapsed >= end))
            {
                return Settle(response);
            }

            if (elapsed >= limit.Timeout || call.IsOver || call.CancellationToken.IsCancellationRequested)
            {
                return await GetLastResponseAsync(race, call).ConfigureAwait(false);
            }

            if (elapsed < end)
            {
                race.SetTimer(end - elapsed);

                // The process may have been suspended before the timer was set.
                if (!call.IsOver)
                {
                    await race.WaitAsync().ConfigureAwait(false);
                }

                continue;
            }

            if (race.Count == AttemptRace.MaxAttempts)
            {
                return null;
            }

            TryHedge(first, race, call, limit);
            pause *= 2;
            next += pause;
        }
    }

    // The attempts were canceled. Those that end at once have more to say. A user's handler or signer may ignore its token.
    private async ValueTask<Attempt?> GetLastResponseAsync(AttemptRace race, CallContext call)
    {
        // The caller does not wait for the time provider.
        long canceledAt = TimeProvider.System.GetTimestamp();
        while (!race.IsOver && call.CancellationToken.IsCancellationRequested && TimeProvider.System.GetElapsedTime(canceledAt) < Grace)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None).ConfigureAwait(false);
        }

        long start = timeProvider.GetTimestamp();
        while (!race.IsOver && !call.CancellationToken.IsCancellationRequested && timeProvider.GetElapsedTime(start) is var elapsed && elapsed < Grace)
        {
            race.SetTimer(Grace - elapsed);
            await race.WaitAsync().ConfigureAwait(false);
        }

        Attempt? response = race.FindResponse();
        call.CancellationToken.ThrowIfCancellationRequested();
        return Settle(response);
    }

    // A refusal of a cancel may come because another attempt was executed, whose acknowledgement is still on its way.
    private static TimeSpan GetEndOfWait(Attempt? response, TimeSpan next) => response switch
    {
        { ChangesState: true, Execution: ExecutionStatus.NotExecuted, Rule.Then: NextStep.LookUp, Request.IsLookedUp: false } => TimeSpan.MaxValue,
        not null when response.IsConclusive() => TimeSpan.Zero,
        _ => next,
    };

    private Attempt? Settle(Attempt? response)
    {
        if (response is { IsHedge: true })
        {
            policy.GiveBack();
        }

        return response;
    }

    // A hedge must leave the reserve of the budget to others, whatever it repeats.
    private void TryHedge(Attempt first, AttemptRace race, CallContext call, AttemptLimit limit)
    {
        if (race.IsLimited || !policy.TryTake())
        {
            return;
        }

        Attempt hedge = sender.Create(first.Request, GetConnection(first, race.Count), isHedge: true);
        if (!sender.TryConsume(hedge, first.Request.Endpoint.Cost with { Priority = RequestPriority.Normal }))
        {
            policy.GiveBack();
            return;
        }

        policy.CountRequest();
        logger.Hedged(hedge, timeProvider.GetElapsedTime(first.StartTimestamp));
        Start(hedge, race, call, limit);
    }

    private static ConnectionKind GetConnection(Attempt first, int number) =>
        (ConnectionKind)Math.Min((int)first.Connection + number, (int)ConnectionKind.Fresh);
}
