using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels an order and determines its outcome, or only determines it. Collects facts and follows <see cref="CancelDecision"/>, which decides about every step
/// and about the claim.
/// </summary>
internal sealed class EnsureCanceledProcedure(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request)
{
    private Attempt? _lastFailure;

    private long MeantAt => request.MeantAt ?? call.StartTimestamp;

    private TimeSpan Reserve => TimeMath.Min(call.Timeout / 4, pipeline.Times.Attempt);

    public static Task<CancelAlgoOrderOutcome> RunAsync(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request) =>
        new EnsureCanceledProcedure(pipeline, call, request).RunAsync();

    private async Task<CancelAlgoOrderOutcome> RunAsync()
    {
        CancelFacts? facts = null;

        // Most cancels are acknowledged at once, and need no facts.
        if (request.Mode == CancelMode.Cancel)
        {
            TimeSpan at = call.Elapsed;
            if (await CancelAsync(request.Id, Reserve).ConfigureAwait(false) is { } acknowledgement)
            {
                return new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, acknowledgement, Order: null).WithAttempts(call);
            }

            facts = AfterFailedCancel(CreateFacts(), at);
        }

        return await ResolveAsync(facts ?? CreateFacts()).ConfigureAwait(false);
    }

    private CancelFacts CreateFacts() => CancelFacts.Of(request, pipeline.Clock.GetMoment(MeantAt));

    private async Task<CancelAlgoOrderOutcome> ResolveAsync(CancelFacts facts)
    {
        while (true)
        {
            CancelStep step = CancelDecision.Next(facts, GetTime(facts));
            if (step.Kind == CancelStepKind.Claim)
            {
                return CreateOutcome(step.Claim, facts).WithAttempts(call);
            }

            facts = await RunAsync(step, facts).ConfigureAwait(false);
        }
    }

    private async ValueTask<CancelFacts> RunAsync(CancelStep step, CancelFacts facts)
    {
        TimeSpan at = call.Elapsed;
        switch (step.Kind)
        {
            case CancelStepKind.Cancel:
                CancelAlgoOrderResult? acknowledgement = await CancelAsync(facts.Id, step.Time).ConfigureAwait(false);
                return acknowledgement is null ? AfterFailedCancel(facts, at) : facts.AfterAcknowledgement(acknowledgement);

            case CancelStepKind.LookUp:
                return await new CancelLookup(pipeline, call, MeantAt, Record).RunAsync(facts, at).ConfigureAwait(false);

            case CancelStepKind.WaitForExpiry:
                await pipeline.WaitUntilExpiredAsync(call).ConfigureAwait(false);
                return facts.AfterExpiry(call.MayStillBeExecuted ? null : GetExpiry());

            case CancelStepKind.ReadClock:
                bool isRead = await pipeline.Clock.EnsureSynchronizedSinceAsync(MeantAt, call).ConfigureAwait(false);
                return facts.AfterClock(isRead ? pipeline.Clock.GetMoment(MeantAt) : null);

            default:
                await call.WaitAsync(step.Time).ConfigureAwait(false);
                return facts.AfterPause();
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<CancelAlgoOrderResult?> CancelAsync(AlgoOrderId id, TimeSpan reserved)
    {
        ApiRequest<CancelAlgoOrderResult> cancel = CancelAlgoOrderEndpoint.CreateRequest(id, request.RecvWindow);
        Attempt attempt = await pipeline.SendOnceAsync(cancel, call, reserved).ConfigureAwait(false);
        if (cancel.ResponseOf(attempt) is { } acknowledgement)
        {
            return acknowledgement;
        }

        _lastFailure = attempt;
        return null;
    }

    private CancelFacts AfterFailedCancel(CancelFacts facts, TimeSpan at) =>
        facts.AfterCancel(AttemptFacts.Of(_lastFailure!) with { HasOtherInProgress = HasOtherInProgress(_lastFailure!) }, at, GetExpiry());

    private bool HasOtherInProgress(Attempt failure) =>
        call.Attempts.TakeWhile(attempt => attempt.Request == failure.Request).Any(attempt => attempt != failure && attempt.Execution == ExecutionStatus.Unknown);

    private TimeSpan GetExpiry() => call.Elapsed + pipeline.GetTimeUntilExpired(call);

    private void Record(LookupResult result)
    {
        pipeline.Log.LookedUp(request.Id, result);
        if (result is LookupResult.Failed { Attempt: var attempt } && (_lastFailure is null || !IsCutOff(attempt)))
        {
            _lastFailure = attempt;
        }
    }

    // A last lookup that the deadline cut off does not say what the cause was until then.
    private bool IsCutOff(Attempt attempt) => attempt.Failure is OperationCanceledException && call.IsOver;

    private CancelTime GetTime(CancelFacts facts) =>
        new(
            call.Elapsed,
            call.Remaining,
            Reserve,
            pipeline.Times.VisibilityLag,
            call.GetBackoff(facts.Pauses),
            pipeline.Clock.ServerTime,
            facts.StartedAt.Error);

    private CancelAlgoOrderOutcome CreateOutcome(CancelClaim claim, CancelFacts facts) => claim switch
    {
        CancelClaim.Acknowledged => new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, facts.Acknowledgement, Order: null),
        CancelClaim.SeenCanceled => new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, Acknowledgement: null, facts.LastKnown),
        CancelClaim.Triggered => TriggeredFirst(facts.LastKnown!),
        CancelClaim.Ended => new CancelAlgoOrderOutcome.Ended(facts.LastKnown!),
        CancelClaim.EndedByRetention => new CancelAlgoOrderOutcome.Ended(facts.LastSeen ?? request.Order!, EndedEvidence.ByRetention),
        CancelClaim.NotFound => new CancelAlgoOrderOutcome.NotFound(facts.IsAbsentFromOpenOrders) { EarlierOrder = facts.EarlierOrder, MayBeHidden = facts.MayBeHidden },
        CancelClaim.StillOpen => LogUnresolved(new CancelAlgoOrderOutcome.StillOpen(facts.LastSeen!, LastError(facts))),
        CancelClaim.Unknown => LogUnresolved(new CancelAlgoOrderOutcome.Unknown(LastError(facts), facts.LastSeen)),
        _ => throw _lastFailure!.ToException(call),
    };

    private CancelAlgoOrderOutcome.Triggered TriggeredFirst(AlgoOrder order)
    {
        if (request.Mode != CancelMode.LookUpOnly)
        {
            pipeline.Log.TriggeredFirst(order);
        }

        return new CancelAlgoOrderOutcome.Triggered(order);
    }

    private CancelAlgoOrderOutcome LogUnresolved(CancelAlgoOrderOutcome outcome)
    {
        if (request.Mode != CancelMode.LookUpOnly)
        {
            pipeline.Log.Unresolved(request.Id, outcome);
        }

        return outcome;
    }

    private Exception LastError(CancelFacts facts)
    {
        if (facts.AbsentSince is not null && pipeline.Times.VisibilityLag >= call.Timeout)
        {
            string message = $"Binance did not find the order, but the call lasted only {call.Timeout:c}, and an order may be invisible for VisibilityLag ({pipeline.Times.VisibilityLag:c}).";
            return new TimeoutException(message, _lastFailure?.ToException(call));
        }

        if (_lastFailure is { } failure)
        {
            return failure.ToException(call);
        }

        return new TimeoutException($"The call ended before the order was settled. It was last seen {facts.LastSeen?.Status.Text ?? "by the caller"}.");
    }
}
