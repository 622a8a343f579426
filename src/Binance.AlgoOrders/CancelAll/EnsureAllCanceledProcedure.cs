using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels all orders of a symbol and determines the outcome of each that it sees. Collects facts and follows <see cref="ClearDecision"/>, which decides
/// about every step and about the claim.
/// </summary>
internal sealed class EnsureAllCanceledProcedure
{
    private readonly CallRunner _calls;
    private readonly CallContext _call;
    private readonly string _symbol;
    private readonly SortedDictionary<long, SeenOrder> _seen = [];
    private readonly SortedDictionary<long, CancelAllOrderResult> _results = [];
    private Attempt? _lastFailure;
    private Exception? _lastError;

    private EnsureAllCanceledProcedure(CallRunner calls, CallContext call, string symbol) => (_calls, _call, _symbol) = (calls, call, symbol);

    private RequestPipeline Pipeline => _calls.Pipeline;

    private IEnumerable<SeenOrder> Unsettled =>
        _seen.Values.Where(seen => !_results.TryGetValue(seen.Order.AlgoId, out CancelAllOrderResult? result) || !result.IsSettled);

    public static Task<CancelAllAlgoOrdersOutcome> RunAsync(CallRunner calls, CallContext call, string symbol) =>
        new EnsureAllCanceledProcedure(calls, call, symbol).RunAsync();

    private async Task<CancelAllAlgoOrdersOutcome> RunAsync()
    {
        var facts = new ClearFacts();
        while (true)
        {
            ClearStep step = ClearDecision.Next(facts, GetTime(facts));
            if (step is ClearStep.ClaimClear or ClearStep.ClaimNotClear)
            {
                return CreateOutcome(step == ClearStep.ClaimClear);
            }

            facts = await RunAsync(step, facts).ConfigureAwait(false);
        }
    }

    private async Task<ClearFacts> RunAsync(ClearStep step, ClearFacts facts)
    {
        switch (step)
        {
            case ClearStep.CancelAll:
                return await CancelAllAsync(facts).ConfigureAwait(false);

            case ClearStep.List:
                return await ListAsync(facts).ConfigureAwait(false);

            case ClearStep.Settle:
                await SettleAsync(facts).ConfigureAwait(false);
                return facts.AfterSettling(Unsettled.Count());

            case ClearStep.WaitForExpiry:
                return facts.AfterExpiry(await Pipeline.WaitUntilExpiredAsync(_call).ConfigureAwait(false));

            default:
                TimeSpan blockedFor = _lastFailure?.BlockedFor ?? TimeSpan.Zero;
                _lastFailure = null;
                await _call.WaitAsync(TimeMath.Max(blockedFor, ClearDecision.GetPause(facts, GetTime(facts)))).ConfigureAwait(false);
                return facts.AfterPause();
        }
    }

    private async Task<ClearFacts> CancelAllAsync(ClearFacts facts)
    {
        ApiRequest<CancelAllAlgoOrdersResult> request = CancelAllAlgoOrdersEndpoint.CreateRequest(_symbol);
        Attempt attempt = await Pipeline.SendOnceAsync(request, _call).ConfigureAwait(false);
        if (attempt.Execution == ExecutionStatus.Succeeded)
        {
            return facts.AfterAcknowledgement(_call.Elapsed);
        }

        RecordFailure(attempt);
        if (CancelAllAlgoOrdersEndpoint.SaysNothingToCancel(attempt))
        {
            return facts.AfterAcknowledgement(_call.Elapsed);
        }

        if (_call.MayStillBeExecuted)
        {
            return facts.AfterFailure(_call.Elapsed + Pipeline.GetTimeUntilExpired(_call));
        }

        return facts.AfterFailure(expiresAt: null);
    }

    private async Task<ClearFacts> ListAsync(ClearFacts facts)
    {
        TimeSpan at = _call.Elapsed;
        AlgoOrderListRequest request = ListOpenAlgoOrdersEndpoint.CreateLookup(_symbol);
        Attempt attempt = await Pipeline.SendOnceAsync(request, _call).ConfigureAwait(false);
        foreach (AlgoOrder order in request.GetReadableOrders(attempt))
        {
            TimeSpan firstSeenAt = _seen.GetValueOrDefault(order.AlgoId)?.At ?? at;
            _seen[order.AlgoId] = new SeenOrder(order, firstSeenAt);
        }

        if (request.ResponseOf(attempt) is not { } orders)
        {
            RecordFailure(attempt);
            return facts.AfterList(isEmpty: null, at, _seen.Count, Unsettled.Count());
        }

        bool isEmpty = orders.TrueForAll(order => order.Status != AlgoOrderStatus.New);
        return facts.AfterList(isEmpty, at, _seen.Count, Unsettled.Count());
    }

    // An order that left the list was canceled or has triggered. It is settled like one that is still there.
    private async Task SettleAsync(ClearFacts facts)
    {
        TimeSpan remaining = _call.Remaining;
        if (remaining == TimeSpan.Zero)
        {
            return;
        }

        SeenOrder[] unsettled = [.. Unsettled];
        CancelAlgoOrderRequest[] requests =
        [
            .. unsettled.Select(seen => CancelAlgoOrderRequest.For(seen.Order) with
            {
                Symbol = _symbol,
                Timeout = remaining,
                Mode = facts.AcknowledgedAt > seen.At ? CancelMode.LookUpFirst : CancelMode.Cancel,
            }),
        ];

        // What an earlier round found out is no longer true while this one is in progress.
        Array.ForEach(unsettled, seen => _results.Remove(seen.Order.AlgoId));
        using CallEnd end = _call.CreateEnd();
        var many = new CancelManyProcedure(_calls, new CancelManyOptions());
        try
        {
            await foreach (CancelManyResult result in many.RunAsync(RequestSource.ReadAsync(requests, static request => request), end.Token).ConfigureAwait(false))
            {
                _results[((AlgoOrderId.ByAlgoId)result.Id).AlgoId] = new CancelAllOrderResult(result.Id, result.Outcome, result.Error);
                _lastError = result.Error ?? _lastError;
            }
        }
        catch (OperationCanceledException) when (!_call.CancellationToken.IsCancellationRequested)
        {
            // The time is up. The results so far are stored.
        }
    }

    private void RecordFailure(Attempt attempt)
    {
        _lastFailure = attempt;

        // The orders that were settled one by one have calls of their own.
        _lastError = attempt.ToException(_call);
        if (_results.Count > 0)
        {
            _lastError = attempt.ToException(ExecutionStatus.Unknown);
        }

        if (attempt.IsPermanentFailure() || (attempt.BlockedFor >= _call.Remaining && _seen.Count == 0))
        {
            throw _lastError;
        }
    }

    private CancelTime GetTime(ClearFacts facts) => new(
        _call.Elapsed, _call.Remaining, Reserve: TimeSpan.Zero, Pipeline.Times.VisibilityLag, _call.GetBackoff(facts.Pauses), Pipeline.Clock.ServerTime);

    private CancelAllAlgoOrdersOutcome CreateOutcome(bool isClear) => new()
    {
        Symbol = _symbol,
        IsClear = isClear,
        Orders = [.. _seen.Values.Select(seen => GetResult(seen.Order))],
        LastError = _lastError,
        MayExecuteUntil = _call.MayExecuteUntil,
    };

    private CancelAllOrderResult GetResult(AlgoOrder order)
    {
        CancelAllOrderResult? result = _results.GetValueOrDefault(order.AlgoId);

        // A cancel of all orders may have hit the order meanwhile, or still will.
        bool isOvertaken = result?.Outcome is CancelAlgoOrderOutcome.StillOpen && _call.MayHaveBeenExecuted;
        if (result is not null && !isOvertaken)
        {
            return result;
        }

        Exception reason = _lastError ?? new TimeoutException("The call ended before the order was settled.");
        var unknown = new CancelAlgoOrderOutcome.Unknown(reason, order) { MayExecuteUntil = _call.MayExecuteUntil };
        return new CancelAllOrderResult(AlgoOrderId.FromAlgoId(order.AlgoId), unknown, Error: null);
    }
}
