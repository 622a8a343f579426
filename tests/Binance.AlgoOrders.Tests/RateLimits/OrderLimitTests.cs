using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.RateLimits;

/// <summary>A limit of new orders (-1015) concerns only the new orders of one account.</summary>
public sealed class OrderLimitTests : IDisposable
{
    private const string TooManyOrders = """{"code":-1015,"msg":"Too many new orders; current limit is 300 orders per TEN_SECONDS."}""";
    private const string TooManyOrdersInAMinute = """{"code":-1015,"msg":"Too many new orders; current limit is 1200 orders per MINUTE."}""";

    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m);

    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(429, TooManyOrders)]
    [InlineData(400, TooManyOrders)]
    [InlineData(429, "")]
    public async Task Cancels_and_queries_go_on_after_an_order_limit(int statusCode, string body)
    {
        SimulatedOrder open = _venue.Account.Place();
        _venue.Time.Advance(TimeSpan.FromSeconds(3));
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(int.MaxValue, Fault.Respond(statusCode, body, executed: false));
        BinanceRateLimitException limit = await AssertRejectedAsync(TimeSpan.FromSeconds(1));
        DateTimeOffset at = _venue.Time.GetUtcNow();

        CancelAlgoOrderOutcome outcome = await _venue.EnsureCanceledAsync(open);
        await _venue.Client.ListOpenAsync("BTCUSDT", TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(at, _venue.Time.GetUtcNow());
        Assert.Equal((RateLimitScope.AccountOrders, false, null), (limit.Scope, limit.IsBanned, limit.RetryAfter));
        Assert.Equal(TimeSpan.Zero, _venue.Client.RateLimits.BlockedFor);
    }

    [Theory]
    [InlineData(TooManyOrders, 8)]
    [InlineData(TooManyOrdersInAMinute, 58)]
    public async Task A_new_order_waits_until_the_window_has_turned_on_Binances_clock(string body, int seconds)
    {
        // The error of the clock is one second until it was read.
        _venue.Time.Advance(TimeSpan.FromSeconds(3));
        DateTimeOffset start = _venue.Time.GetUtcNow();
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Respond(429, body, executed: false));

        await _venue.Time.RunAsync(_venue.Client.PlaceAsync(Stop with { Timeout = TimeSpan.FromMinutes(2) }, TestContext.Current.CancellationToken));

        Assert.Equal(TimeSpan.FromSeconds(seconds), _venue.Time.GetUtcNow() - start);
        Assert.Single(_venue.Account.Orders);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_new_order_that_cannot_wait_long_enough()
    {
        _venue.Time.Advance(TimeSpan.FromSeconds(3));
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.Respond(429, TooManyOrders, executed: false));
        await AssertRejectedAsync(TimeSpan.FromSeconds(1));

        BinanceRateLimitException limit = await AssertRejectedAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(TimeSpan.FromSeconds(8), limit.BlockedFor);
        Assert.Contains("Only new orders of this account wait.", limit.Message, StringComparison.Ordinal);
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task The_301st_order_of_10_seconds_waits_without_a_request()
    {
        DateTimeOffset start = _venue.Time.GetUtcNow();
        for (int placed = 0; placed < 301; placed++)
        {
            await _venue.Time.RunAsync(_venue.Client.PlaceAsync(Stop with { ClientAlgoId = $"stop-{placed}", Timeout = TimeSpan.FromSeconds(15) }, TestContext.Current.CancellationToken));
            _venue.Account.Orders[^1].Cancel();
        }

        Assert.Equal(0, _venue.Exchange.LimitViolations);
        Assert.InRange(_venue.Time.GetUtcNow() - start, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(11));
    }

    [Fact]
    public async Task A_named_time_is_reported_as_named()
    {
        _venue.Exchange.Faults.On(SimulatedOperation.Place).Next(Fault.TooManyRequests429(TimeSpan.FromSeconds(30)));

        BinanceRateLimitException limit = await AssertRejectedAsync(TimeSpan.FromSeconds(5));

        Assert.Equal((TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(30)), (limit.RetryAfter, limit.BlockedFor));
        Assert.Contains("30 s, as Binance named it", limit.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();

    private Task<BinanceRateLimitException> AssertRejectedAsync(TimeSpan timeout) => Assert.ThrowsAsync<BinanceRateLimitException>(
        () => _venue.Time.RunAsync(_venue.Client.PlaceAsync(Stop with { Timeout = timeout }, TestContext.Current.CancellationToken)));
}
