using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels all orders of a symbol and determines the outcome of each. Reads the open orders, cancels all, reads again and settles every order that it
/// found one by one, until two lists in a row are empty or the time is up.
/// </summary>
internal sealed class EnsureAllCanceledProcedure
{
    private readonly CallRunner _calls;
    private readonly CallContext _call;
    private readonly string _symbol;
    private readonly SortedDictionary<long, AlgoOrder> _found = [];
    private readonly SortedDictionary<long, CancelAllOrderResult> _results = [];
    private Exception? _lastError;
    private int _emptyLists;

    private EnsureAllCanceledProcedure(CallRunner calls, CallContext call, string symbol) => (_calls, _call, _symbol) = (calls, call, symbol);

    private RequestPipeline Pipeline => _calls.Pipeline;

    private IEnumerable<long> Unsettled => _found.Keys.Where(id => !_results.TryGetValue(id, out CancelAllOrderResult? result) || !result.IsSettled);

    public static Task<CancelAllAlgoOrdersOutcome> RunAsync(CallRunner calls, CallContext call, string symbol) =>
        new EnsureAllCanceledProcedure(calls, call, symbol).RunAsync();

    private async Task<CancelAllAlgoOrdersOutcome> RunAsync()
    {
        await ReadListAsync().ConfigureAwait(false);
        for (int round = 0; _emptyLists < 2 && _call.Remaining > TimeSpan.Zero; round++)
        {
            await CancelAllAsync().ConfigureAwait(false);
            await ReadListAsync().ConfigureAwait(false);
            await SettleAsync().ConfigureAwait(false);
            if (_emptyLists < 2)
            {
                await _call.WaitAsync(_call.GetBackoff(round)).ConfigureAwait(false);
            }
        }

        return new CancelAllAlgoOrdersOutcome
        {
            Symbol = _symbol,
            IsClear = _emptyLists >= 2 && !Unsettled.Any(),
            Orders = [.. _found.Values.Select(GetResult)],
            LastError = _lastError,
        };
    }

    private async Task CancelAllAsync()
    {
        ApiRequest<CancelAllAlgoOrdersResult> request = CancelAllAlgoOrdersEndpoint.CreateRequest(_symbol);
        RecordFailure(await Pipeline.SendOnceAsync(request, _call).ConfigureAwait(false));
    }

    private async Task ReadListAsync()
    {
        AlgoOrderListRequest request = ListOpenAlgoOrdersEndpoint.CreateRequest(_symbol);
        Attempt attempt = await Pipeline.SendOnceAsync(request, _call).ConfigureAwait(false);
        RecordFailure(attempt);
        if (request.ResponseOf(attempt) is not { } orders)
        {
            _emptyLists = 0;
            return;
        }

        foreach (AlgoOrder order in orders)
        {
            _found[order.AlgoId] = order;
        }

        bool isEmpty = orders.TrueForAll(order => order.Status != AlgoOrderStatus.New);
        _emptyLists = isEmpty ? _emptyLists + 1 : 0;
    }

    // An order that left the list was canceled or has triggered. It is settled like one that is still there.
    private async Task SettleAsync()
    {
        AlgoOrderId[] ids = [.. Unsettled.Select(AlgoOrderId.FromAlgoId)];
        TimeSpan remaining = _call.Remaining;
        if (ids.Length == 0 || remaining == TimeSpan.Zero)
        {
            return;
        }

        using CancellationTokenSource timer = _call.CreateTimeout();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _call.CancellationToken);
        var many = new CancelManyProcedure(_calls, new CancelManyOptions { Symbol = _symbol, Timeout = remaining });
        try
        {
            await foreach (CancelManyResult result in many.RunAsync(ids, either.Token).ConfigureAwait(false))
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
        if (attempt.Execution == ExecutionStatus.Succeeded)
        {
            return;
        }

        // The orders that were settled one by one have calls of their own.
        _lastError = _results.Count == 0 ? attempt.ToException(_call) : attempt.ToException(ExecutionStatus.Unknown);
        if (attempt.IsPermanentFailure(_call) || (attempt.BlockedFor >= _call.Remaining && _found.Count == 0))
        {
            throw _lastError;
        }
    }

    private CancelAllOrderResult GetResult(AlgoOrder order)
    {
        if (_results.TryGetValue(order.AlgoId, out CancelAllOrderResult? result))
        {
            return result;
        }

        var unknown = new CancelAlgoOrderOutcome.Unknown(_lastError ?? new TimeoutException("The call ended before the order was settled."), order);
        return new CancelAllOrderResult(AlgoOrderId.FromAlgoId(order.AlgoId), unknown, Error: null);
    }
}
