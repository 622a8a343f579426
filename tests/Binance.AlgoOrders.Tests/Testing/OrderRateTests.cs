using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class OrderRateTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task The_response_to_a_new_order_has_the_counts_of_both_windows()
    {
        await _test.PlaceAsync();
        _test.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(("1", "2"), Counts(await _test.PlaceAsync()));
    }

    [Fact]
    public async Task CountOrders_returns_the_same_counts_for_each_market()
    {
        await _test.PlaceAsync();
        _test.Clock.Advance(TimeSpan.FromSeconds(10));
        await _test.PlaceAsync();
        _test.Account.Place();

        Assert.Equal(new SimulatedOrderCounts(1, 2), _test.Account.CountOrders());
        Assert.Equal(new SimulatedOrderCounts(0, 0), _test.Account.CountOrders(SimulatedMarket.CoinMargined));
    }

    [Fact]
    public async Task Both_counts_restart_with_the_next_minute()
    {
        await _test.PlaceAsync();
        _test.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("1", "1"), Counts(await _test.PlaceAsync()));
    }

    [Fact]
    public async Task A_rejected_order_does_not_count()
    {
        await _test.PlaceAsync("type=LIMIT");

        Assert.Equal(("1", "1"), Counts(await _test.PlaceAsync()));
    }

    [Fact]
    public async Task Other_responses_do_not_have_the_counts() => Assert.Equal((null, null), Counts(await _test.CancelAllAsync("BTCUSDT")));

    [Fact]
    public async Task In_ten_seconds_an_account_places_300_orders_at_most()
    {
        await PlaceAndCancelAsync(300);

        SimulatedResponse response = await _test.PlaceAsync();

        TestExchange.AssertRejected(response, 429, -1015, "Too many new orders; current limit is 300 orders per 10 seconds.");
        Assert.Equal(("300", "300"), Counts(response));
    }

    [Fact]
    public async Task In_a_minute_an_account_places_1200_orders_at_most()
    {
        for (int i = 0; i < 4; i++)
        {
            await PlaceAndCancelAsync(300);
            _test.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        SimulatedResponse response = await _test.PlaceAsync();

        TestExchange.AssertRejected(response, 429, -1015, "Too many new orders; current limit is 1200 orders per minute.");
    }

    [Fact]
    public async Task Ten_seconds_later_orders_are_accepted_again()
    {
        await PlaceAndCancelAsync(301);
        _test.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(200, (await _test.PlaceAsync()).StatusCode);
    }

    [Fact]
    public async Task Each_order_beyond_the_limit_is_a_violation_without_a_ban()
    {
        await PlaceAndCancelAsync(302);
        SimulatedResponse response = await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal((2, 200, 0), (_test.Exchange.LimitViolations, response.StatusCode, _test.Exchange.RequestsDuringBan));
    }

    private static (string? TenSeconds, string? Minute) Counts(SimulatedResponse response) =>
        (TestExchange.Header(response, "X-MBX-ORDER-COUNT-10S"), TestExchange.Header(response, "X-MBX-ORDER-COUNT-1M"));

    private async Task PlaceAndCancelAsync(int count)
    {
        for (int i = 0; i < count; i++)
        {
            await _test.PlaceAsync();
            if (_test.LastRecord.Order is { } placed)
            {
                placed.Cancel();
            }
        }
    }
}
