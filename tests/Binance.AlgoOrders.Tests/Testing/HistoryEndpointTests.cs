using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class HistoryEndpointTests
{
    private const long Week = 7 * 24 * 60 * 60 * 1000;
    private readonly TestExchange _test = new();

    [Fact]
    public async Task An_element_is_the_response_to_a_query()
    {
        SimulatedOrder order = _test.Account.Place();
        order.Trigger();

        Assert.Equal($"[{(await _test.QueryAsync(order)).BodyText}]", (await HistoryAsync("symbol=BTCUSDT")).BodyText);
    }

    [Fact]
    public async Task Orders_of_every_status_come_with_ascending_ids()
    {
        IEnumerable<long> placed = [.. Enum.GetValues<SimulatedOrderStatus>().Select(status => Orders.In(status, _test.Account).AlgoId)];

        Assert.Equal(placed, await ListAsync(""));
    }

    [Fact]
    public async Task Only_visible_orders_of_the_account_and_the_symbol_are_listed()
    {
        _test.Account.Place("ETHUSDT");
        _test.Account.Place(invisibleFor: TimeSpan.FromSeconds(1));
        _test.Exchange.AddAccount().Place();

        Assert.Empty(await ListAsync(""));
    }

    [Fact]
    public async Task An_id_lists_the_orders_from_that_id_on()
    {
        long[] placed = [_test.Account.Place().AlgoId, _test.Account.Place().AlgoId, _test.Account.Place().AlgoId];

        Assert.Equal(placed[1..], await ListAsync($"&algoId={placed[1]}"));
    }

    [Fact]
    public async Task From_an_id_on_a_limit_takes_the_oldest_ones()
    {
        long[] placed = [_test.Account.Place().AlgoId, _test.Account.Place().AlgoId, _test.Account.Place().AlgoId];

        Assert.Equal(placed[..2], await ListAsync($"&limit=2&algoId={placed[0]}"));
    }

    [Fact]
    public async Task Without_an_id_a_limit_takes_the_youngest_ones_in_ascending_order()
    {
        long[] placed = [_test.Account.Place().AlgoId, _test.Account.Place().AlgoId, _test.Account.Place().AlgoId];

        Assert.Equal(placed[1..], await ListAsync("&limit=2"));
    }

    [Theory]
    [InlineData("", 500)]
    [InlineData("&limit=1000", 1000)]
    public async Task Without_a_limit_500_orders_are_listed_and_1000_at_most(string limit, int count)
    {
        for (int i = 0; i < 1001; i++)
        {
            _test.Account.Place();
        }

        Assert.Equal(count, (await ListAsync(limit)).Count);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(Week - 1, true)]
    [InlineData(Week, false)]
    public async Task Without_times_the_last_seven_days_are_listed(long age, bool isListed) => Assert.Equal(isListed, await IsListedAsync(age, ""));

    [Theory]
    [InlineData(5000, true)]
    [InlineData(4999, false)]
    [InlineData(5001, true)]
    [InlineData(6000, true)]
    [InlineData(6001, false)]
    public async Task Both_ends_of_the_window_are_included(long age, bool isListed) =>
        Assert.Equal(isListed, await IsListedAsync(age, $"&startTime={_test.Now - 6000}&endTime={_test.Now - 5000}"));

    [Theory]
    [InlineData(2 * Week, true)]
    [InlineData(Week + 1, true)]
    [InlineData(Week, false)]
    public async Task A_start_alone_opens_a_window_of_seven_days(long age, bool isListed) =>
        Assert.Equal(isListed, await IsListedAsync(age, $"&startTime={_test.Now - (2 * Week)}"));

    [Theory]
    [InlineData(Week, true)]
    [InlineData((2 * Week) - 1, true)]
    [InlineData(2 * Week, false)]
    public async Task An_end_alone_closes_a_window_of_seven_days(long age, bool isListed) =>
        Assert.Equal(isListed, await IsListedAsync(age, $"&endTime={_test.Now - Week}"));

    [Theory]
    [InlineData(Week - 1, null)]
    [InlineData(Week, -1127)]
    [InlineData(-1, -1023)]
    public async Task A_window_must_be_shorter_than_seven_days_and_not_end_before_it_starts(long length, int? errorCode)
    {
        await HistoryAsync($"symbol=BTCUSDT&startTime={_test.Now - length}&endTime={_test.Now}");

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Theory]
    [InlineData(SimulatedOrderStatus.Canceled, 3, true)]
    [InlineData(SimulatedOrderStatus.Canceled, 4, false)]
    [InlineData(SimulatedOrderStatus.Expired, 4, false)]
    [InlineData(SimulatedOrderStatus.Finished, 4, true)]
    public async Task Unfilled_orders_are_kept_for_three_days(SimulatedOrderStatus status, int age, bool isListed)
    {
        Orders.In(status, _test.Account, _test.Exchange.Now - TimeSpan.FromDays(age));

        Assert.Equal(isListed ? 1 : 0, (await ListAsync("")).Count);
    }

    [Fact]
    public async Task No_order_is_kept_for_more_than_ninety_days()
    {
        _test.Account.Place(createdAt: _test.Exchange.Now - TimeSpan.FromDays(91));

        Assert.Empty(await ListAsync($"&startTime={(_test.Exchange.Now - TimeSpan.FromDays(92)).ToUnixTimeMilliseconds()}"));
    }

    [Theory]
    [InlineData("", -1102)]
    [InlineData("symbol=x", -1121)]
    [InlineData("symbol=BTCUSDT&limit=0", -1130)]
    [InlineData("symbol=BTCUSDT&limit=1001", -1130)]
    [InlineData("symbol=BTCUSDT&limit=ten", -1130)]
    [InlineData("symbol=BTCUSDT&algoId=", -1105)]
    [InlineData("symbol=BTCUSDT&startTime=today", -1130)]
    public async Task Invalid_parameters_are_rejected(string parameters, int errorCode)
    {
        await HistoryAsync(parameters);

        Assert.Equal(errorCode, _test.LastRecord.ErrorCode);
    }

    [Fact]
    public async Task It_costs_a_weight_of_five() =>
        Assert.Equal("5", TestExchange.Header(await HistoryAsync("symbol=BTCUSDT"), "X-MBX-USED-WEIGHT-1M"));

    private Task<SimulatedResponse> HistoryAsync(string parameters) => _test.SendAsync("GET", TestExchange.All, parameters);

    private async Task<IReadOnlyList<long>> ListAsync(string more) => TestExchange.AlgoIds(await HistoryAsync("symbol=BTCUSDT" + more));

    private async Task<bool> IsListedAsync(long age, string more)
    {
        _test.Account.Place(createdAt: _test.Exchange.Now - TimeSpan.FromMilliseconds(age));
        return (await ListAsync(more)).Count == 1;
    }
}
