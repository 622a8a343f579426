using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class OrderRateTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task An_answer_to_a_new_order_counts_the_orders_of_both_windows()
    {
        await _test.PlaceAsync();
        _test.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(("1", "2"), Counts(await _test.PlaceAsync()));
    }

    [Fact]
    public async Task The_account_tells_the_same_counts_for_each_market()
    {
        await _test.PlaceAsync();
        _test.Clock.Advance(TimeSpan.FromSeconds(10));
        await _test.PlaceAsync();
        _test.Account.Place();

        Assert.Equal(new SimulatedOrderCounts(1, 2), _test.Account.CountOrders());
        Assert.Equal(new SimulatedOrderCounts(0, 0), _test.Account.CountOrders(SimulatedMarket.CoinMargined));
    }

    [Fact]
    public async Task With_the_next_minute_both_counts_start_anew()
    {
        await _test.PlaceAsync();
        _test.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(("1", "1"), Counts(await _test.PlaceAsync()));
    }

    [Fact]
    public async Task A_refused_order_does_not_count()
    {
        await _test.PlaceAsync("type=LIMIT");

        Assert.Equal(("1", "1"), Counts(await _test.PlaceAsync()));
    }

    [Fact]
    public async Task Other_answers_do_not_tell_the_counts() => Assert.Equal((null, null), Counts(await _test.CancelAllAsync("BTCUSDT")));

    [Fact]
    public async Task In_ten_seconds_an_account_places_300_orders_at_most()
    {
        await PlaceAndCancelAsync(300);

        SimulatedAnswer answer = await _test.PlaceAsync();

        TestExchange.AssertRefused(answer, 429, -1015, "Too many new orders; current limit is 300 orders per 10 seconds.");
        Assert.Equal(("300", "300"), Counts(answer));
    }

    [Fact]
    public async Task In_a_minute_an_account_places_1200_orders_at_most()
    {
        for (int i = 0; i < 4; i++)
        {
            await PlaceAndCancelAsync(300);
            _test.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        SimulatedAnswer answer = await _test.PlaceAsync();

        TestExchange.AssertRefused(answer, 429, -1015, "Too many new orders; current limit is 1200 orders per minute.");
    }

    [Fact]
    public async Task Ten_seconds_later_orders_are_taken_again()
    {
        await PlaceAndCancelAsync(301);
        _test.Clock.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(200, (await _test.PlaceAsync()).StatusCode);
    }

    [Fact]
    public async Task Each_order_too_many_is_a_violation_but_bans_nobody()
    {
        await PlaceAndCancelAsync(302);
        SimulatedAnswer answer = await _test.CancelAllAsync("BTCUSDT");

        Assert.Equal((2, 200, 0), (_test.Exchange.LimitViolations, answer.StatusCode, _test.Exchange.RequestsDuringBan));
    }

    private static (string? TenSeconds, string? Minute) Counts(SimulatedAnswer answer) =>
        (TestExchange.Header(answer, "X-MBX-ORDER-COUNT-10S"), TestExchange.Header(answer, "X-MBX-ORDER-COUNT-1M"));

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
