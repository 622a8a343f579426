using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelMany;

/// <summary>A hundred orders at the same time, the most expensive kind among them, never exceed the weight limit, whatever else is sent.</summary>
public sealed class CancelManyLimitTests : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(3);

    private readonly TestVenue _venue = new();

    public static TheoryData<string?, int> Clocks => new()
    {
        { null, 0 },
        { null, 40 },
        { null, -40 },
        { null, 400 },
        { null, -400 },
        { "BTCUSDT", 0 },
        { "BTCUSDT", 40 },
        { "BTCUSDT", -40 },
        { "BTCUSDT", 400 },
        { "BTCUSDT", -400 },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task A_hundred_unknown_ids_at_the_same_time_never_exceed_the_limit(string? symbol, int clockAheadMilliseconds)
    {
        SetClock(clockAheadMilliseconds);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        Task<List<CancelManyResult>> bulk = CancelUnknownAsync(800, symbol);
        Task[] reads = [ListAsync(end.Token), ReadHistoryAsync(end.Token)];

        List<CancelManyResult> results = await RunAsync(bulk);

        await end.CancelAsync();
        await Task.WhenAll(reads);
        Assert.Equal(800, results.Count);
        Assert.All(results, result => Assert.IsType<CancelAlgoOrderOutcome.NotFound>(result.Outcome));
        Assert.Equal((0, 0), (_venue.Exchange.LimitViolations, _venue.Exchange.RequestsDuringBan));
        Assert.True(_venue.Exchange.Requests.Count > 2 * _venue.Exchange.WeightLimit);
    }

    [Theory]
    [MemberData(nameof(Clocks))]
    public async Task A_single_cancel_beside_a_hundred_unknown_ids_leaves_at_once(string? symbol, int clockAheadMilliseconds)
    {
        SetClock(clockAheadMilliseconds);
        SimulatedOrder[] urgent = _venue.Account.PlaceMany(30);
        Task<List<CancelManyResult>> bulk = CancelUnknownAsync(400, symbol);

        foreach (SimulatedOrder stop in urgent)
        {
            DateTimeOffset at = _venue.Time.GetUtcNow();
            Task<CancelAlgoOrderOutcome> cancel = _venue.Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), Token);
            Assert.IsType<CancelAlgoOrderOutcome.Canceled>(await _venue.Time.RunAsync(cancel));
            Assert.Equal(at, _venue.Time.GetUtcNow());
            _venue.Time.Advance(TimeSpan.FromSeconds(1.3));
        }

        Assert.False(bulk.IsCompleted);
        await RunAsync(bulk);
        Assert.Equal((0, 0), (_venue.Exchange.LimitViolations, _venue.Exchange.RequestsDuringBan));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(40)]
    [InlineData(-400)]
    public async Task Ten_thousand_orders_a_hundred_at_the_same_time_never_exceed_the_limit(int clockAheadMilliseconds)
    {
        SetClock(clockAheadMilliseconds);
        SimulatedOrder[] stops = _venue.Account.PlaceMany(10_000);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var options = new CancelManyOptions { MaxConcurrency = 100 };
        Task<List<CancelManyResult>> bulk = _venue.Client.CancelManyAsync(stops.Select(stop => stop.Id()), options, Token).CollectAsync([]);
        Task[] reads = [ListAsync(end.Token), ReadHistoryAsync(end.Token)];

        List<CancelManyResult> results = await RunAsync(bulk);

        await end.CancelAsync();
        await Task.WhenAll(reads);
        Assert.Equal(10_000, results.Count);
        Assert.All(results, result => Assert.IsType<CancelAlgoOrderOutcome.Canceled>(result.Outcome));
        Assert.Equal((0, 0), (_venue.Exchange.LimitViolations, _venue.Exchange.RequestsDuringBan));
    }

    public void Dispose() => _venue.Dispose();

    private void SetClock(int aheadMilliseconds)
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromMilliseconds(-aheadMilliseconds);

        // The minute has turned on one of the two clocks only, or a moment ago.
        _venue.Time.Advance(TimeSpan.FromMinutes(1) + TimeSpan.FromMilliseconds(aheadMilliseconds / 2));
    }

    private Task<List<CancelManyResult>> CancelUnknownAsync(int count, string? symbol)
    {
        var options = new CancelManyOptions { MaxConcurrency = 100, Symbol = symbol };
        return _venue.Client.CancelManyAsync(Enumerable.Range(1, count).Select(id => AlgoOrderId.FromAlgoId(id)), options, Token).CollectAsync([]);
    }

    private async Task<T> RunAsync<T>(Task<T> call)
    {
        while (!call.IsCompleted && _venue.Time.AdvanceToNextTimer())
        {
            // Every timer that fires continues the call on this thread.
        }

        return await call.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    private async Task ListAsync(CancellationToken end)
    {
        while (await WaitAsync(end))
        {
            await IgnoreAsync(_venue.Client.ListOpenAsync(cancellationToken: end));
        }
    }

    private async Task ReadHistoryAsync(CancellationToken end)
    {
        while (await WaitAsync(end))
        {
            IAsyncEnumerator<AlgoOrder> orders = _venue.Client.ListHistoryAsync(new AlgoOrderHistoryQuery("ETHUSDT"), end).GetAsyncEnumerator(end);
            await IgnoreAsync(orders.MoveNextAsync().AsTask());
            await orders.DisposeAsync();
        }
    }

    private async Task<bool> WaitAsync(CancellationToken end)
    {
        await IgnoreAsync(Task.Delay(Interval, _venue.Time, end));
        return !end.IsCancellationRequested;
    }

    private static async Task IgnoreAsync(Task read) => await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
