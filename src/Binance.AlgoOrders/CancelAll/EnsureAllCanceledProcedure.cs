using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>
/// Clears a symbol: reads what is there, cancels all, reads again, and settles every order that it has seen one by one, until the list is
/// empty twice or the time is up.
/// </summary>
internal sealed class EnsureAllCanceledProcedure
{
    private readonly ApiTransport _transport;
    private readonly ApiCall _call;
    private readonly string _symbol;
    private readonly SortedDictionary<long, AlgoOrder> _seen = [];
    private readonly SortedDictionary<long, CancelManyItem> _items = [];
    private Exception? _lastError;
    private int _emptyLists;

    private EnsureAllCanceledProcedure(ApiTransport transport, string symbol, CancellationToken cancellationToken)
    {
        _transport = transport;
        _call = transport.Begin(timeout: null, cancellationToken);
        _symbol = symbol;
    }

    private IEnumerable<long> Unsettled => _seen.Keys.Where(id => !_items.TryGetValue(id, out CancelManyItem? item) || !CancelAllAlgoOrdersOutcome.IsSettled(item));

    public static Task<CancelAllAlgoOrdersOutcome> RunAsync(ApiTransport transport, string symbol, CancellationToken cancellationToken) =>
        new EnsureAllCanceledProcedure(transport, symbol, cancellationToken).RunAsync();

    private async Task<CancelAllAlgoOrdersOutcome> RunAsync()
    {
        await ReadListAsync().ConfigureAwait(false);
        for (int round = 0; _emptyLists < 2 && _call.Remaining > TimeSpan.Zero; round++)
        {
            await CancelAllAsync().ConfigureAwait(false);
            await ReadListAsync().ConfigureAwait(false);
            await SettleAsync().ConfigureAwait(false);
            await _call.WaitAsync(_emptyLists < 2 ? _call.BackoffBefore(round) : TimeSpan.Zero).ConfigureAwait(false);
        }

        return new CancelAllAlgoOrdersOutcome
        {
            Symbol = _symbol,
            IsClear = _emptyLists >= 2 && !Unsettled.Any(),
            Orders = [.. _seen.Values.Select(ItemOf)],
            LastError = _lastError,
        };
    }

    private async Task CancelAllAsync()
    {
        ApiRequest<CancelAllAlgoOrdersResult> request = CancelAllAlgoOrdersEndpoint.Describe(_symbol);
        Note(await _transport.AttemptAsync(request, _call).ConfigureAwait(false));
    }

    private async Task ReadListAsync()
    {
        AlgoOrderListRequest request = ListOpenAlgoOrdersEndpoint.Describe(_symbol);
        Attempt attempt = await _transport.AttemptAsync(request, _call).ConfigureAwait(false);
        Note(attempt);
        if (request.AnswerOf(attempt) is not { } orders)
        {
            _emptyLists = 0;
            return;
        }

        foreach (AlgoOrder order in orders)
        {
            _seen[order.AlgoId] = order;
        }

        _emptyLists = orders.TrueForAll(order => order.Status != AlgoOrderStatus.New) ? _emptyLists + 1 : 0;
    }

    // An order that has left the list was canceled, or has triggered: it is asked like one that is still there.
    private async Task SettleAsync()
    {
        AlgoOrderId[] ids = [.. Unsettled.Select(AlgoOrderId.FromAlgoId)];
        TimeSpan remaining = _call.Remaining;
        if (ids.Length == 0 || remaining == TimeSpan.Zero)
        {
            return;
        }

        using CancellationTokenSource timer = _transport.TimerFor(remaining);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, _call.CallersToken);
        var many = new CancelManyProcedure(_transport, new CancelManyOptions { Symbol = _symbol, Timeout = remaining });
        try
        {
            await foreach (CancelManyItem item in many.RunAsync(ids, end.Token).ConfigureAwait(false))
            {
                _items[((AlgoOrderId.ByAlgoId)item.Id).AlgoId] = item;
                _lastError = item.Error ?? _lastError;
            }
        }
        catch (OperationCanceledException) when (!_call.CallersToken.IsCancellationRequested)
        {
            // The time is up; what was found out until then has been noted.
        }
    }

    private void Note(Attempt attempt)
    {
        if (attempt.Verdict == AttemptVerdict.Answered)
        {
            return;
        }

        // The orders that were settled one by one have calls of their own.
        _lastError = _items.Count == 0 ? attempt.ToException(_call) : attempt.ToException(ExecutionStatus.Unknown);
        if (attempt.IsCallersMistake(_call) || (attempt.Blocked >= _call.Remaining && _seen.Count == 0))
        {
            throw _lastError;
        }
    }

    private CancelManyItem ItemOf(AlgoOrder order) => _items.TryGetValue(order.AlgoId, out CancelManyItem? item)
        ? item
        : new CancelManyItem(AlgoOrderId.FromAlgoId(order.AlgoId), new CancelAlgoOrderOutcome.Unknown(_lastError ?? new TimeoutException("The time was up."), order), Error: null);
}
