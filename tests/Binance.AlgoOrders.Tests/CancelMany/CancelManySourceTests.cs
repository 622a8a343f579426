using System.Collections.Concurrent;
using System.Threading.Channels;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelMany;

/// <summary>The source of the ids and the receiver of the progress are the user's: they may throw, block, and be used twice.</summary>
public sealed class CancelManySourceTests : IDisposable
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    private readonly TestVenue _venue = new();
    private readonly List<CancelManyResult> _results = [];

    // Every response takes a while, so that orders are in progress. A bulk begins a moment after the minute does.
    public CancelManySourceTests()
    {
        _venue.Exchange.Faults.Next(1_000, Fault.DelayBeforeResponding(Delay));
        _venue.Time.Advance(TimeSpan.FromSeconds(1));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(5)]
    [InlineData(0)]
    [InlineData(8)]
    public async Task A_source_that_throws_is_rethrown_after_the_results_of_the_orders_in_progress(int position)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(20);
        IEnumerable<AlgoOrderId> ids = stops.Select((stop, index) => index == position ? throw new InvalidDataException() : stop.Id());

        await Assert.ThrowsAsync<InvalidDataException>(() => _venue.Time.RunAsync(_venue.Client.CancelManyAsync(ids, cancellationToken: Token).CollectAsync(_results)));

        AssertCanceled(stops[..position]);
    }

    [Fact]
    public async Task An_asynchronous_source_that_throws_is_rethrown_after_the_results_of_the_orders_in_progress()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(5);

        await Assert.ThrowsAsync<InvalidDataException>(() => _venue.Time.RunAsync(_venue.Client.CancelManyAsync(IdsAsync(), cancellationToken: Token).CollectAsync(_results)));

        AssertCanceled(stops);

        async IAsyncEnumerable<AlgoOrderId> IdsAsync()
        {
            foreach (SimulatedOrder stop in stops)
            {
                yield return stop.Id();
            }

            await Task.CompletedTask;
            throw new InvalidDataException();
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(20)]
    public async Task A_progress_that_throws_is_rethrown_after_the_results_of_the_orders_in_progress(int completed)
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(20);
        var options = new CancelManyOptions
        {
            MaxConcurrency = 6,
            Progress = new ImmediateProgress(progress => Assert.True(progress.Completed < completed)),
        };

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(
            () => _venue.Time.RunAsync(_venue.Client.CancelManyAsync(stops.Select(stop => stop.Id()), options, Token).CollectAsync(_results)));

        // Each order that was canceled has a result.
        Assert.InRange(_venue.Cancels.Count, completed, completed + 5);
        AssertCanceled(stops[.._venue.Cancels.Count]);
    }

    [Fact]
    public async Task A_bulk_that_is_enumerated_twice_counts_each_time_from_zero()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(5);
        var reported = new List<CancelManyProgress>();
        var options = new CancelManyOptions { MaxConcurrency = 1, Progress = new ImmediateProgress(reported.Add) };
        IAsyncEnumerable<CancelManyResult> bulk = _venue.Client.CancelManyAsync(stops.Select(stop => stop.Id()), options, Token);

        await _venue.Time.RunAsync(bulk.CollectAsync([]));
        await _venue.Time.RunAsync(bulk.CollectAsync([]));

        Assert.Equal([1, 2, 3, 4, 5, 1, 2, 3, 4, 5], reported.Select(progress => progress.Completed));
        Assert.Equal([1, 2, 3, 4, 5, 1, 2, 3, 4, 5], reported.Select(progress => progress.Inactive));
    }

    [Fact]
    public async Task Two_enumerations_at_the_same_time_do_not_share_their_counts()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(5);
        var reported = new List<int>();
        var options = new CancelManyOptions { MaxConcurrency = 1, Progress = new ImmediateProgress(progress => reported.Add(progress.Completed)) };
        IAsyncEnumerable<CancelManyResult> bulk = _venue.Client.CancelManyAsync(stops.Select(stop => stop.Id()), options, Token);

        await _venue.Time.RunAsync(Task.WhenAll(bulk.CollectAsync([]), bulk.CollectAsync([])));

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], reported.Order());
    }

    [Fact]
    public async Task A_source_that_blocks_does_not_hold_back_results()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(3);
        using var source = new BlockingCollection<AlgoOrderId>(new ConcurrentQueue<AlgoOrderId>([stops[0].Id(), stops[1].Id()]));

        await ReceiveAsync(_venue.Client.CancelManyAsync(source.GetConsumingEnumerable(Token), cancellationToken: Token), stops, id => source.Add(id, Token), source.CompleteAdding);
    }

    [Fact]
    public async Task An_asynchronous_source_that_is_slow_does_not_hold_back_results()
    {
        SimulatedOrder[] stops = _venue.Account.PlaceMany(3);
        var source = Channel.CreateUnbounded<AlgoOrderId>();
        Assert.True(source.Writer.TryWrite(stops[0].Id()) && source.Writer.TryWrite(stops[1].Id()));

        await ReceiveAsync(
            _venue.Client.CancelManyAsync(source.Reader.ReadAllAsync(Token), cancellationToken: Token),
            stops,
            id => Assert.True(source.Writer.TryWrite(id)),
            () => source.Writer.Complete());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_source_that_blocks_does_not_delay_the_end_of_the_operation(bool byToken)
    {
        SimulatedOrder stop = _venue.Account.Place();
        using var source = new BlockingCollection<AlgoOrderId>(new ConcurrentQueue<AlgoOrderId>([stop.Id()]));
        using var caller = CancellationTokenSource.CreateLinkedTokenSource(Token);
        IAsyncEnumerator<CancelManyResult> results = _venue.Client.CancelManyAsync(source.GetConsumingEnumerable(Token), cancellationToken: caller.Token).GetAsyncEnumerator(Token);
        Assert.True(await RunAsync(results.MoveNextAsync()));

        if (byToken)
        {
            Task<bool> next = results.MoveNextAsync().AsTask();
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next.WaitAsync(Guard, Token));
        }

        await results.DisposeAsync().AsTask().WaitAsync(Guard, Token);
        source.CompleteAdding();
    }

    public void Dispose() => _venue.Dispose();

    // Two ids are at hand. The third comes only after the results of the first two.
    private async Task ReceiveAsync(IAsyncEnumerable<CancelManyResult> bulk, SimulatedOrder[] stops, Action<AlgoOrderId> add, Action complete)
    {
        IAsyncEnumerator<CancelManyResult> results = bulk.GetAsyncEnumerator(Token);
        for (int received = 0; received < stops.Length; received++)
        {
            if (received == 2)
            {
                add(stops[2].Id());
                complete();
            }

            Assert.True(await RunAsync(results.MoveNextAsync()));
            _results.Add(results.Current);
        }

        Assert.False(await RunAsync(results.MoveNextAsync()));
        await results.DisposeAsync();
        AssertCanceled(stops);
    }

    // Timers may come from another thread at any time. Only those of responses fire, so that no time limit passes meanwhile.
    private async Task<bool> RunAsync(ValueTask<bool> next)
    {
        Task<bool> result = next.AsTask();
        DateTime end = DateTime.UtcNow + Guard;
        while (!result.IsCompleted && DateTime.UtcNow < end)
        {
            if (_venue.Time.NextTimerIn <= Delay)
            {
                _venue.Time.AdvanceToNextTimer();
            }

            await Task.Yield();
        }

        return await result.WaitAsync(TimeSpan.Zero, Token);
    }

    private void AssertCanceled(IEnumerable<SimulatedOrder> stops)
    {
        Assert.Equal(stops.Select(stop => stop.Id()), _results.OrderBy(result => ((AlgoOrderId.ByAlgoId)result.Id).AlgoId).Select(result => result.Id));
        Assert.All(_results, result => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(result.Outcome));
    }
}
