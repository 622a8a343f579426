using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>
/// Cancels many orders, a few at a time and at the pace that the weight allows. Ids are taken when their turn comes, outcomes leave as they
/// come: memory is for the orders that are under way only.
/// </summary>
internal sealed class CancelManyProcedure(ApiTransport transport, CancelManyOptions options)
{
    private readonly List<Task<CancelManyItem>> _underWay = [];
    private int _done;
    private int _inactive;

    public async IAsyncEnumerable<CancelManyItem> RunAsync(IEnumerable<AlgoOrderId> ids, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using IEnumerator<AlgoOrderId> next = ids.GetEnumerator();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        try
        {
            bool hasNext = next.MoveNext();
            while (hasNext || _underWay.Count > 0)
            {
                TimeSpan pause = TimeSpan.Zero;
                while (hasNext && _underWay.Count < options.MaxConcurrency && (pause = transport.TimeUntilBulkMaySend(weight: 1)) == TimeSpan.Zero)
                {
                    _underWay.Add(CancelAsync(next.Current, stop.Token));
                    hasNext = next.MoveNext();
                }

                await WaitForOneAsync(pause, stop.Token).ConfigureAwait(false);
                if (cancellationToken.IsCancellationRequested)
                {
                    await WaitForAllAsync().ConfigureAwait(false);
                }

                foreach (CancelManyItem item in TakeDone())
                {
                    yield return item;
                }

                // What was known when the token was canceled has been returned by now.
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
        finally
        {
            if (_underWay.Count > 0)
            {
                await stop.CancelAsync().ConfigureAwait(false);
                await WaitForAllAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<CancelManyItem> CancelAsync(AlgoOrderId id, CancellationToken cancellationToken)
    {
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ById(id) with { Symbol = options.Symbol, Timeout = options.Timeout };
        try
        {
            CancelAlgoOrderOutcome outcome = await transport
                .RunAsync("ensure_canceled", request, EnsureCanceledProcedure.RunAsync, cancellationToken)
                .ConfigureAwait(false);
            return new CancelManyItem(id, outcome, Error: null);
        }
        catch (AlgoOrderException error)
        {
            return new CancelManyItem(id, Outcome: null, error);
        }
    }

    private async Task WaitForOneAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        IEnumerable<Task> waits = _underWay;
        if (pause > TimeSpan.Zero)
        {
            waits = waits.Append(transport.WaitAsync(pause, cancellationToken));
        }

        await Task.WhenAny(waits).ConfigureAwait(false);
    }

    // Each of them tells by itself how it ended.
    private async Task WaitForAllAsync() =>
        await ((Task)Task.WhenAll(_underWay)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    private List<CancelManyItem> TakeDone()
    {
        var items = new List<CancelManyItem>();

        // Asked once: a call that ends meanwhile is taken the next time, or it would be dropped unheard.
        List<Task<CancelManyItem>> done = _underWay.FindAll(call => call.IsCompleted);
        foreach (Task<CancelManyItem> call in done.Where(call => !call.IsCanceled))
        {
            // Rethrows what is no AlgoOrderException: a mistake in the program, which must not be lost.
            CancelManyItem item = call.GetAwaiter().GetResult();
            items.Add(item);
            _done++;
            _inactive += item.IsInactive ? 1 : 0;
            options.Progress?.Report(new CancelManyProgress(_done, _inactive, _underWay.Count - items.Count));
        }

        _underWay.RemoveAll(done.Contains);
        return items;
    }
}
