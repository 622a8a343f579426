using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels an order and finds out what became of it. <b>Cancel</b>: acknowledged, done. In doubt or "unknown order": <b>look</b>; it has ended
/// or triggered, done. It is open or cannot be seen: pause, and cancel again. When only the time for a last look is left: <b>conclude</b>.
/// </summary>
internal sealed class EnsureCanceledProcedure
{
    // Long enough for a lag just after placing to pass, short enough to be worth it for a wrong id.
    private static readonly TimeSpan PauseBeforeSecondLook = TimeSpan.FromMilliseconds(500);

    private readonly ApiTransport _transport;
    private readonly ApiCall _call;
    private readonly CancelAlgoOrderRequest _request;
    private readonly TimeSpan _timeForLastLook;
    private OrderLookup? _lookup;
    private Attempt? _lastObstacle;
    private bool _wasNotFound;
    private bool _isOpen;

    private EnsureCanceledProcedure(ApiTransport transport, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        _transport = transport;
        _request = request;
        _call = transport.Begin(request.Timeout, cancellationToken);
        _timeForLastLook = Shorter(_call.Timeout / 4, transport.AttemptTimeout);
    }

    // Made when it is needed: most cancels are acknowledged at once.
    private OrderLookup Lookup => _lookup ??= new OrderLookup(_transport, _call, _request.Id, _request.Symbol);

    public static Task<CancelAlgoOrderOutcome> RunAsync(ApiTransport transport, CancelAlgoOrderRequest request, CancellationToken cancellationToken) =>
        new EnsureCanceledProcedure(transport, request, cancellationToken).RunAsync();

    private async Task<CancelAlgoOrderOutcome> RunAsync()
    {
        for (int round = 0; _call.Remaining > _timeForLastLook; round++)
        {
            CancelAlgoOrderOutcome? outcome = await CancelAsync(_timeForLastLook).ConfigureAwait(false);
            if (outcome is null && IsReasonToLook(_lastObstacle))
            {
                outcome = await LookAsync().ConfigureAwait(false);
            }

            outcome ??= await PauseAsync(round).ConfigureAwait(false);
            if (outcome is not null)
            {
                return outcome.After(_call);
            }
        }

        return (await ConcludeAsync().ConfigureAwait(false)).After(_call);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<CancelAlgoOrderOutcome?> CancelAsync(TimeSpan reserved)
    {
        ApiRequest<CancelAlgoOrderResult> request = CancelAlgoOrderEndpoint.Describe(_lookup?.Id ?? _request.Id, _request.RecvWindow);
        Attempt attempt = await _transport.AttemptAsync(request, _call, reserved).ConfigureAwait(false);
        if (request.AnswerOf(attempt) is { } acknowledgement)
        {
            return new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Acknowledged, acknowledgement, Order: null);
        }

        Note(attempt);
        return null;
    }

    private async ValueTask<CancelAlgoOrderOutcome?> LookAsync()
    {
        Sight sight = await Lookup.LookAsync().ConfigureAwait(false);
        _isOpen = sight is Sight.Seen { Order.Status.Known: AlgoOrderStatus.New };
        switch (sight)
        {
            case Sight.Seen { Order: { Status.Known: AlgoOrderStatus.Triggering } order }:
                return await FollowTriggerAsync(order).ConfigureAwait(false);

            case Sight.Seen { Order: var order }:
                _wasNotFound = false;
                return OutcomeOf(order);

            case Sight.NotFound notFound when _wasNotFound:
                return new CancelAlgoOrderOutcome.NotFound(notFound.AbsentFromOpenOrders);

            case Sight.NotFound:
                _wasNotFound = true;
                return null;

            default:
                Note(((Sight.Obscured)sight).Attempt);
                return null;
        }
    }

    private CancelAlgoOrderOutcome? OutcomeOf(AlgoOrder order) => order.Status.Known switch
    {
        AlgoOrderStatus.Canceled => new CancelAlgoOrderOutcome.Canceled(CancelEvidence.Queried, Acknowledgement: null, order),
        AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered => TriggeredFirst(order),
        AlgoOrderStatus.Finished or AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired => new CancelAlgoOrderOutcome.Closed(order),
        _ => null,
    };

    private CancelAlgoOrderOutcome.Triggered TriggeredFirst(AlgoOrder order)
    {
        _transport.Log.TriggeredFirst(order.AlgoId, order.ActualOrderId);
        return new CancelAlgoOrderOutcome.Triggered(order);
    }

    // The child order is on its way: soon it has an id, or was rejected. Too late for another cancel in any case.
    private async ValueTask<CancelAlgoOrderOutcome?> FollowTriggerAsync(AlgoOrder order)
    {
        for (int look = 0; order.Status == AlgoOrderStatus.Triggering && _call.Remaining > TimeSpan.Zero; look++)
        {
            await _call.WaitAsync(_call.BackoffBefore(look)).ConfigureAwait(false);
            if (_call.Remaining > TimeSpan.Zero && await Lookup.LookAsync().ConfigureAwait(false) is Sight.Seen next)
            {
                order = next.Order;
            }
        }

        return OutcomeOf(order);
    }

    // Nothing that is sent before a ban has ended helps; where the call does not last that long, it ends at once. Any other pause leaves the
    // time for the last look.
    private async ValueTask<CancelAlgoOrderOutcome?> PauseAsync(int round)
    {
        TimeSpan spare = _call.Remaining - _timeForLastLook;
        TimeSpan pause = _lastObstacle switch
        {
            { Blocked: { } blocked } => blocked,
            _ when spare < TimeSpan.Zero => TimeSpan.Zero,
            { Verdict: AttemptVerdict.InDoubt } when round == 0 => TimeSpan.Zero,
            _ when _wasNotFound => Shorter(PauseBeforeSecondLook, spare),
            _ => Shorter(_call.BackoffBefore(round), spare),
        };
        if (_lastObstacle is { Blocked: not null } && pause >= _call.Remaining)
        {
            return _call.IsInDoubt ? Unknown() : throw LastError();
        }

        await _call.WaitAsync(pause).ConfigureAwait(false);
        return null;
    }

    // What is left is for being sure: until no attempt can be executed any more, where that fits; else for one more cancel. Then the last look.
    private async ValueTask<CancelAlgoOrderOutcome> ConcludeAsync()
    {
        bool isWindowOver = _call.IsInDoubt && await _transport.WaitUntilDecidedAsync(_call).ConfigureAwait(false);
        CancelAlgoOrderOutcome? outcome = isWindowOver ? null : await CancelAsync(_call.Remaining / 2).ConfigureAwait(false);

        // There is no time for a second look any more.
        _wasNotFound = true;
        _isOpen = false;
        for (int look = 0; outcome is null && !_isOpen && _call.Remaining > TimeSpan.Zero; look++)
        {
            await _call.WaitAsync(look == 0 ? TimeSpan.Zero : _call.BackoffBefore(look)).ConfigureAwait(false);
            outcome = await LookAsync().ConfigureAwait(false);
        }

        return outcome ?? (_isOpen && !_call.MayStillBeExecuted ? Undone(new CancelAlgoOrderOutcome.StillOpen(Lookup.LastSeen!, LastError())) : Unknown());
    }

    private void Note(Attempt attempt)
    {
        if (_lastObstacle is null || !IsCutOff(attempt))
        {
            _lastObstacle = attempt;
        }

        if (attempt.IsCallersMistake(_call))
        {
            throw LastError();
        }
    }

    // A last look that the end of the time cut off tells nothing of what stood in the way until then.
    private bool IsCutOff(Attempt attempt) =>
        attempt is { ChangesSomething: false, Failure: OperationCanceledException } && _call.Remaining == TimeSpan.Zero;

    private static bool IsReasonToLook(Attempt? attempt) =>
        attempt is { Verdict: AttemptVerdict.InDoubt } || (attempt is not null && FindAlgoOrderEndpoint.IsNotFound(attempt));

    private static TimeSpan Shorter(TimeSpan first, TimeSpan second) => first < second ? first : second;

    private CancelAlgoOrderOutcome Unknown() => Undone(new CancelAlgoOrderOutcome.Unknown(LastError(), Lookup.LastSeen));

    private CancelAlgoOrderOutcome Undone(CancelAlgoOrderOutcome outcome)
    {
        _transport.Log.NotKnownToBeInactive(_request.Id, outcome);
        return outcome;
    }

    private AlgoOrderException LastError() => _lastObstacle!.ToException(_call);
}
