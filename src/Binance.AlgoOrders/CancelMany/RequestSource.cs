using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders;

/// <summary>Reads the orders of a bulk operation one by one, so that the operation can wait for a slow source and for its orders at the same time.</summary>
internal sealed class RequestSource(IAsyncEnumerator<CancelAlgoOrderRequest?> requests) : IAsyncDisposable
{
    // Real time, and longer than a source needs that has its next item at hand.
    private static readonly TimeSpan Readiness = TimeSpan.FromSeconds(1);

    private Task<NextRequest>? _next;

    /// <summary>Gets the next order. The first access begins to read it.</summary>
    public Task<NextRequest> Next => _next ??= ReadAsync();

    /// <summary>True if the source has not returned the next order yet.</summary>
    public bool IsReading => _next is { IsCompleted: false };

    /// <summary>Reads a sequence.</summary>
    /// <param name="items">The items. A sequence that is no collection may block, and is read on another thread.</param>
    /// <param name="create">Creates the request of an item.</param>
    /// <param name="isVirtualTime">True if the client does not run on the system's clock.</param>
    public static async IAsyncEnumerable<CancelAlgoOrderRequest?> ReadAsync<T>(
        IEnumerable<T> items, Func<T, CancelAlgoOrderRequest?> create, bool isVirtualTime = false)
    {
        bool isCollection = items.TryGetNonEnumeratedCount(out _);
        using IEnumerator<T> item = items.GetEnumerator();
        while (await MoveNextAsync(item, isCollection, isVirtualTime).ConfigureAwait(false))
        {
            yield return create(item.Current);
        }
    }

    /// <summary>Reads an asynchronous sequence.</summary>
    /// <param name="items">The items.</param>
    /// <param name="create">Creates the request of an item.</param>
    /// <param name="cancellationToken">A token that ends the reading.</param>
    public static async IAsyncEnumerable<CancelAlgoOrderRequest?> ReadAsync<T>(
        IAsyncEnumerable<T> items, Func<T, CancelAlgoOrderRequest?> create, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (T item in items.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            yield return create(item);
        }
    }

    /// <summary>Takes the next order, and begins to read the one after it.</summary>
    public void Take() => _next = ReadAsync();

    /// <summary>Disposes the source, which may be later: a source that blocks cannot be disposed before it returns.</summary>
    public async ValueTask DisposeAsync()
    {
        if (IsReading)
        {
            _ = DisposeAfterAsync(_next!);
            return;
        }

        await requests.DisposeAsync().ConfigureAwait(false);
    }

    private async Task DisposeAfterAsync(Task reading)
    {
        await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await requests.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<NextRequest> ReadAsync()
    {
        if (await requests.MoveNextAsync().ConfigureAwait(false))
        {
            return new NextRequest(IsEnd: false, requests.Current);
        }

        return new NextRequest(IsEnd: true, Request: null);
    }

    private static Task<bool> MoveNextAsync<T>(IEnumerator<T> items, bool isCollection, bool isVirtualTime)
    {
        if (isCollection)
        {
            return Task.FromResult(items.MoveNext());
        }

        Task<bool> next = Task.Run(items.MoveNext);
        if (isVirtualTime)
        {
            // A test moves its clock when the operation waits. An item that is at hand must not look like a wait.
            Task.WaitAny([next], Readiness);
        }

        return next;
    }
}

/// <summary>The next order of a source.</summary>
/// <param name="IsEnd">True if there is none left.</param>
/// <param name="Request">The order, or null if its id is null.</param>
internal readonly record struct NextRequest(bool IsEnd, CancelAlgoOrderRequest? Request);
