using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Query;

/// <summary>The span of a history query, and the clock that it depends on.</summary>
public sealed class HistorySpanTests : IDisposable
{
    private const string Path = "/fapi/v1/allAlgoOrders";
    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(10)]
    public async Task An_end_in_the_future_means_now(int? days)
    {
        SimulatedOrder order = _venue.Account.Place();
        DateTimeOffset to = days is { } ahead ? _venue.Exchange.Now.AddDays(ahead) : DateTimeOffset.MaxValue;

        Assert.Equal(order.AlgoId, Assert.Single(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = _venue.Exchange.Now.AddDays(-1), To = to })).AlgoId);
        Assert.Equal(order.AlgoId, Assert.Single(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { To = to })).AlgoId);
        Assert.Equal(2, _venue.Exchange.Requests.Count);
    }

    [Fact]
    public async Task All_of_time_is_the_90_days_that_Binance_keeps()
    {
        await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = DateTimeOffset.MinValue, To = DateTimeOffset.MaxValue });
        Assert.Equal(13, _venue.Exchange.Requests.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    public async Task A_span_outside_of_what_Binance_keeps_is_empty_without_a_request(int days)
    {
        Assert.Empty(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { To = DateTimeOffset.MinValue.AddDays(days) }));
        Assert.Empty(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = DateTimeOffset.MaxValue.AddDays(-days) }));
        Assert.Empty(_venue.Exchange.Requests);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(864_000_000_000)]
    [InlineData(3_000_000_000_000_000)]
    public void A_start_after_the_end_is_refused_before_anything_is_sent(long ticks)
    {
        DateTimeOffset to = _venue.Exchange.Now.AddDays(-1);

        var refused = Assert.Throws<ArgumentException>(
            () => _venue.Client.ListHistoryAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = to.AddTicks(ticks), To = to }, TestContext.Current.CancellationToken));

        Assert.StartsWith("From must not be after To (2026-03-01T12:00:00.0000000+00:00), but was 20", refused.Message, StringComparison.Ordinal);
        Assert.Equal("query", refused.ParamName);
        Assert.Empty(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_start_at_the_end_is_an_empty_span()
    {
        DateTimeOffset time = _venue.Exchange.Now.AddDays(-1);
        Assert.Empty(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = time, To = time }));
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(8, true)]
    [InlineData(300, true)]
    [InlineData(1, false)]
    [InlineData(8, false)]
    [InlineData(300, false)]
    public async Task A_list_until_now_includes_the_newest_orders_after_the_machine_slept(int hours, bool isWallClockRight)
    {
        await _venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken);
        Sleep(TimeSpan.FromHours(hours), isWallClockRight);
        SimulatedOrder[] orders = [.. new[] { 6.9, 3, 0.1, 0 }.Select(days => _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(-days)))];
        _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(-7.1));

        List<AlgoOrder> listed = await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT"));

        Assert.Equal(orders.Select(order => order.AlgoId), listed.Select(order => order.AlgoId));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public async Task A_list_of_weeks_has_no_gap_and_no_duplicate_after_the_machine_slept(int? pageSize)
    {
        await _venue.Client.SynchronizeClockAsync(TestContext.Current.CancellationToken);
        Sleep(TimeSpan.FromHours(100), isWallClockRight: true);
        SimulatedOrder[] orders = [.. Enumerable.Range(0, 30).Select(number => _venue.Account.Place(createdAt: _venue.Exchange.Now.AddDays(number - 29)))];

        List<AlgoOrder> listed = await ListAsync(
            new AlgoOrderHistoryQuery("BTCUSDT") { From = _venue.Exchange.Now.AddDays(-29), PageSize = pageSize ?? 1000, To = DateTimeOffset.MaxValue });

        Assert.Equal(orders.Select(order => order.AlgoId), listed.Select(order => order.AlgoId));
    }

    [Fact]
    public async Task A_clock_that_is_corrected_repeats_no_page_of_a_span_in_the_past()
    {
        _venue.Exchange.ClockSkew = TimeSpan.FromMinutes(10);
        DateTimeOffset from = _venue.Exchange.Now.AddDays(-2);

        await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = from, To = from.AddDays(1) });

        // The first of them was rejected because of its timestamp.
        Assert.Equal(2, _venue.Exchange.Requests.Count(record => record.Path == Path));
    }

    public void Dispose() => _venue.Dispose();

    // The monotonic clock stands still. The wall clock moves on, or stands still too, as in a virtual machine that was paused.
    private void Sleep(TimeSpan duration, bool isWallClockRight)
    {
        _venue.Time.Advance(TimeSpan.FromSeconds(1));
        if (isWallClockRight)
        {
            _venue.Time.StepWallClock(duration);
        }
        else
        {
            _venue.Exchange.ClockSkew = duration;
        }
    }

    private Task<List<AlgoOrder>> ListAsync(AlgoOrderHistoryQuery query) => _venue.Time.RunAsync(CollectAsync(query));

    private async Task<List<AlgoOrder>> CollectAsync(AlgoOrderHistoryQuery query)
    {
        var orders = new List<AlgoOrder>();
        await foreach (AlgoOrder order in _venue.Client.ListHistoryAsync(query, TestContext.Current.CancellationToken))
        {
            orders.Add(order);
        }

        return orders;
    }
}
