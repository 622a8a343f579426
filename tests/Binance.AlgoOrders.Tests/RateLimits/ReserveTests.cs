using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.RateLimits;

/// <summary>Queries and lists leave weight for cancels and for the lookups that follow them.</summary>
public sealed class ReserveTests : IDisposable
{
    private static readonly TimeSpan AlmostAMinute = TimeSpan.FromSeconds(20);

    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(60)]
    [InlineData(200)]
    public async Task Lists_never_exceed_the_limit_and_never_delay_a_cancel(int lists)
    {
        _venue.Time.Advance(AlmostAMinute);
        SimulatedOrder stop = _venue.Account.Place();
        Task[] reads = [.. Enumerable.Range(0, lists).Select(_ => IgnoreAsync(_venue.Client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken)))];
        DateTimeOffset at = _venue.Time.GetUtcNow();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(at, _venue.Cancels[0].ReceivedAt);
        await _venue.Time.RunAsync(Task.WhenAll(reads));
        Assert.Equal(0, _venue.Exchange.LimitViolations);
    }

    [Fact]
    public async Task A_list_waits_for_the_next_minute_within_its_time_limit()
    {
        _venue.Time.Advance(AlmostAMinute);
        await UseAsync(2_360);
        DateTimeOffset start = _venue.Time.GetUtcNow();

        await _venue.Time.RunAsync(_venue.Client.ListOpenAsync(symbol: null, TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));

        // The minute ends in 40 s, and the clock is assumed to be wrong by up to one second.
        Assert.Equal(TimeSpan.FromSeconds(41), _venue.Time.GetUtcNow() - start);
    }

    [Fact]
    public async Task A_list_that_cannot_wait_fails_at_once_without_a_request()
    {
        _venue.Time.Advance(AlmostAMinute);
        await UseAsync(2_360);
        int sent = _venue.Exchange.Requests.Count;
        DateTimeOffset start = _venue.Time.GetUtcNow();

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(() => _venue.Client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((sent, start), (_venue.Exchange.Requests.Count, _venue.Time.GetUtcNow()));
        Assert.Equal((TimeSpan.FromSeconds(41), null, ExecutionStatus.NotExecuted), (failure.BlockedFor, failure.RetryAfter, failure.Execution));
    }

    [Theory]
    [InlineData("BTCUSDT")]
    [InlineData(null)]
    public async Task The_lookups_of_a_cancel_use_the_reserve(string? symbol)
    {
        _venue.Time.Advance(AlmostAMinute);
        SimulatedOrder stop = _venue.Account.Place();
        await UseAsync(2_360);
        _venue.Exchange.Faults.On("DELETE").Next(Fault.ExecuteThenDrop);
        DateTimeOffset start = _venue.Time.GetUtcNow();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(stop, symbol);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(start, _venue.Time.GetUtcNow());
    }

    [Fact]
    public async Task A_cancel_of_all_orders_begins_and_ends_with_the_reserve()
    {
        _venue.Time.Advance(AlmostAMinute);
        _venue.Account.Place();
        await UseAsync(2_360);
        DateTimeOffset start = _venue.Time.GetUtcNow();

        CancelAllAlgoOrdersOutcome outcome = await _venue.Time.RunAsync(_venue.Client.EnsureAllCanceledAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.True(outcome.IsClear);
        Assert.Equal(start, _venue.Cancels[0].ReceivedAt);
        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task The_lookups_of_a_new_order_use_the_reserve()
    {
        _venue.Time.Advance(AlmostAMinute);
        await UseAsync(2_360);
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.ExecuteThenDrop);
        var stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);

        AlgoOrder placed = await _venue.Time.RunAsync(_venue.Client.PlaceAsync(stop, TestContext.Current.CancellationToken));

        Assert.Equal(stop.ClientAlgoId, placed.ClientAlgoId);
    }

    public void Dispose() => _venue.Dispose();

    private static async Task IgnoreAsync(Task read) => await read.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

    // 40 for each list.
    private async Task UseAsync(int weight)
    {
        for (int used = 0; used < weight - 40; used += 40)
        {
            await _venue.Client.ListOpenAsync(cancellationToken: TestContext.Current.CancellationToken);
        }
    }
}
