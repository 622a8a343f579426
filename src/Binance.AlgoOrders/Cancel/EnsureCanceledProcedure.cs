using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels an order and determines its outcome. An acknowledged cancel ends the call. After an unknown attempt or an "unknown order" the order is
/// looked up, and the call ends if it has ended or triggered. Otherwise the call pauses and cancels again. The last part of the time is reserved
/// for a last lookup.
/// </summary>
internal sealed class EnsureCanceledProcedure(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request)
{
    // Long enough for Binance's lag after a placement, short enough for a wrong id.
    private static readonly TimeSpan PauseBeforeSecondLookup = TimeSpan.FromMilliseconds(500);

    private readonly TimeSpan _timeForLastLookup = TimeMath.Min(call.Timeout / 4, pipeline.Times.Attempt);
    private OrderLookup? _lookup;
    private Attempt? _lastFailure;
    private bool _wasNotFound;
    private bool _isOpen;

    // Created on demand, because most cancels are acknowledged at once.
    private OrderLookup Lookup => _lookup ??= new OrderLookup(pipeline, call, request.Id, request.Symbol);

    public static Task<CancelAlgoOrderOutcome> RunAsync(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request) =>
        new EnsureCanceledProcedure(pipeline, call, request).RunAsync();

    private async Task<CancelAlgoOrderOutcome> RunAsync()
    {
        for (int round = 0; call.Remaining > _timeForLastLookup; round++)
        {
            CancelAlgoOrderOutcome? outcome = await CancelAsync(_timeForLastLookup).ConfigureAwait(false);
            if (outcome is null && ShouldLookUp(_lastFailure))
            {
                outcome = await LookUpAsync().ConfigureAwait(false);
            }

            outcome ??= await PauseAsync(round).ConfigureAwait(false);
            if (outcome is not null)
            {
                return outcome.WithAttempts(call);
            }
        }

        return (await FinishAsync().ConfigureAwait(false)).WithAttempts(call);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<CancelAlgoOrderOutcome?> CancelAsync(TimeSpan reserved)
    {
        ApiRequest<CancelAlgoOrderResult> cancel = CancelAlgoOrderEndpoint.CreateRequest(_lookup?.Id ?? request.Id, request.RecvWindow);
        Attempt attempt = await pipeline.SendOnceAsync(cancel, call, reserved).ConfigureAwait(false);
        if (cancel.ResponseOf(attempt) is { } acknowledgement)
        {
            return new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, acknowledgement, Order: null);
        }

        RecordFailure(attempt);
        return null;
    }

    private async ValueTask<CancelAlgoOrderOutcome?> LookUpAsync()
    {
        LookupResult result = await Lookup.LookUpAsync().ConfigureAwait(false);
        _isOpen = result is LookupResult.Found { Order.Status.Known: AlgoOrderStatus.New };
        switch (result)
        {
            case LookupResult.Found { Order: { Status.Known: AlgoOrderStatus.Triggering } order }:
                return await FollowTriggerAsync(order).ConfigureAwait(false);

            case LookupResult.Found { Order: var order }:
                _wasNotFound = false;
                return OutcomeOf(order);

            case LookupResult.NotFound notFound when _wasNotFound:
                return new CancelAlgoOrderOutcome.NotFound(notFound.AbsentFromOpenOrders);

            case LookupResult.NotFound:
                _wasNotFound = true;
                return null;

            default:
                RecordFailure(((LookupResult.Failed)result).Attempt);
                return null;
        }
    }

    private CancelAlgoOrderOutcome? OutcomeOf(AlgoOrder order) => order.Status.Known switch
    {
        AlgoOrderStatus.Canceled => new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, Acknowledgement: null, order),
        AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered => TriggeredFirst(order),
        AlgoOrderStatus.Finished or AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired => new CancelAlgoOrderOutcome.Ended(order),
        _ => null,
    };

    private CancelAlgoOrderOutcome.Triggered TriggeredFirst(AlgoOrder order)
    {
        pipeline.Log.TriggeredFirst(order.AlgoId, order.ActualOrderId);
        return new CancelAlgoOrderOutcome.Triggered(order);
    }

    // Binance is placing the child order, which soon has an id or is rejected. Another cancel would be too late.
    private async ValueTask<CancelAlgoOrderOutcome?> FollowTriggerAsync(AlgoOrder order)
    {
        for (int lookup = 0; order.Status == AlgoOrderStatus.Triggering && call.Remaining > TimeSpan.Zero; lookup++)
        {
            await call.WaitAsync(call.GetBackoff(lookup)).ConfigureAwait(false);
            if (call.Remaining > TimeSpan.Zero && await Lookup.LookUpAsync().ConfigureAwait(false) is LookupResult.Found next)
            {
                order = next.Order;
            }
        }

        return OutcomeOf(order);
    }

    // A request during a block does not help. If the call ends before the block, it ends at once. Any other pause leaves time for the last lookup.
    private async ValueTask<CancelAlgoOrderOutcome?> PauseAsync(int round)
    {
        if (_lastFailure?.BlockedFor is { } blockedFor && blockedFor >= call.Remaining)
        {
            return call.HasUnknownAttempt ? Unknown() : throw LastError();
        }

        await call.WaitAsync(GetPause(round)).ConfigureAwait(false);
        return null;
    }

    private TimeSpan GetPause(int round)
    {
        TimeSpan spare = TimeMath.Max(call.Remaining - _timeForLastLookup, TimeSpan.Zero);
        return _lastFailure switch
        {
            { BlockedFor: { } blockedFor } => blockedFor,
            { Execution: ExecutionStatus.Unknown } when round == 0 => TimeSpan.Zero,
            _ when _wasNotFound => TimeMath.Min(PauseBeforeSecondLookup, spare),
            _ => TimeMath.Min(call.GetBackoff(round), spare),
        };
    }

    // Waits until no attempt can be executed any more, if there is time for that. Otherwise cancels once more. Then looks the order up.
    private async ValueTask<CancelAlgoOrderOutcome> FinishAsync()
    {
        bool isExpired = call.HasUnknownAttempt && await pipeline.WaitUntilExpiredAsync(call).ConfigureAwait(false);
        CancelAlgoOrderOutcome? outcome = isExpired ? null : await CancelAsync(call.Remaining / 2).ConfigureAwait(false);

        // There is no time for a second lookup.
        _wasNotFound = true;
        _isOpen = false;
        for (int lookup = 0; outcome is null && !_isOpen && call.Remaining > TimeSpan.Zero; lookup++)
        {
            if (lookup > 0)
            {
                await call.WaitAsync(call.GetBackoff(lookup)).ConfigureAwait(false);
            }

            outcome = await LookUpAsync().ConfigureAwait(false);
        }

        return outcome ?? Unresolved();
    }

    private CancelAlgoOrderOutcome Unresolved() => _isOpen && !call.MayStillBeExecuted
        ? LogUnresolved(new CancelAlgoOrderOutcome.StillOpen(Lookup.LastSeen!, LastError()))
        : Unknown();

    private void RecordFailure(Attempt attempt)
    {
        if (_lastFailure is null || !IsCutOff(attempt))
        {
            _lastFailure = attempt;
        }

        if (attempt.IsPermanentFailure(call))
        {
            throw LastError();
        }
    }

    // A last lookup that the deadline cut off does not say what the cause was until then.
    private bool IsCutOff(Attempt attempt) =>
        attempt is { ChangesState: false, Failure: OperationCanceledException } && call.Remaining == TimeSpan.Zero;

    private static bool ShouldLookUp(Attempt? attempt) => attempt is { Execution: ExecutionStatus.Unknown } || attempt?.IsNotFound() == true;

    private CancelAlgoOrderOutcome Unknown() => LogUnresolved(new CancelAlgoOrderOutcome.Unknown(LastError(), Lookup.LastSeen));

    private CancelAlgoOrderOutcome LogUnresolved(CancelAlgoOrderOutcome outcome)
    {
        pipeline.Log.Unresolved(request.Id, outcome);
        return outcome;
    }

    private AlgoOrderException LastError() => _lastFailure!.ToException(call);
}
