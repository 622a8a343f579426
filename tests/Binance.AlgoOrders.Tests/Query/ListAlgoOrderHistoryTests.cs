using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Query;

public sealed class ListAlgoOrderHistoryTests : IDisposable
{
    private const string Path = "/fapi/v1/allAlgoOrders";
    private readonly TestVenue _venue = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task A_span_of_weeks_is_listed_without_gap_or_duplicate_for_every_page_size(int pageSize)
    {
        SimulatedOrder[] orders = [.. Enumerable.Range(0, 60).Select(number => _venue.Account.Place(createdAt: _venue.Exchange.Now.AddHours(-10 * (60 - number))))];
        _venue.Account.Place("ETHUSDT");

        List<AlgoOrder> listed = await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = _venue.Exchange.Now.AddDays(-30), PageSize = pageSize });

        Assert.Equal(orders.Select(order => order.AlgoId), listed.Select(order => order.AlgoId));
    }

    [Fact]
    public async Task An_order_on_the_border_of_two_windows_comes_once()
    {
        DateTimeOffset from = _venue.Exchange.Now.AddDays(-20);
        TimeSpan window = TimeSpan.FromDays(7) - TimeSpan.FromMilliseconds(1);
        SimulatedOrder[] orders = [.. Enumerable.Range(-1, 3).Select(offset => _venue.Account.Place(createdAt: from + window + TimeSpan.FromMilliseconds(offset)))];

        List<AlgoOrder> listed = await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = from });

        Assert.Equal(orders.Select(order => order.AlgoId), listed.Select(order => order.AlgoId));
    }

    [Fact]
    public async Task At_most_the_90_days_that_Binance_keeps_are_requested()
    {
        await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = DateTimeOffset.UnixEpoch });
        Assert.Equal(13, _venue.Exchange.Requests.Count(record => record.Path == Path));
    }

    [Fact]
    public async Task Without_a_span_one_window_up_to_now_is_requested()
    {
        SimulatedOrder order = _venue.Account.Place();
        Assert.Equal(order.AlgoId, Assert.Single(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT"))).AlgoId);
        Assert.Single(_venue.Exchange.Requests);
    }

    [Fact]
    public async Task A_page_that_repeats_itself_ends_the_listing()
    {
        const string Page = """[{"algoId":7,"algoStatus":"NEW"}]""";
        _venue.Exchange.Faults.On("GET", Path).Next(100, Fault.Respond(200, Page, executed: true));

        List<AlgoOrder> listed = await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { PageSize = 1 });

        Assert.Equal(7, Assert.Single(listed).AlgoId);
    }

    [Fact]
    public async Task The_greatest_id_that_there_is_ends_the_listing()
    {
        const string Page = """[{"algoId":9223372036854775807,"algoStatus":"NEW"}]""";
        _venue.Exchange.Faults.On("GET", Path).Next(100, Fault.Respond(200, Page, executed: true));

        Assert.Single(await ListAsync(new AlgoOrderHistoryQuery("BTCUSDT") { PageSize = 1 }));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1001)]
    public void A_page_size_outside_1_to_1000_is_rejected(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new AlgoOrderHistoryQuery("BTCUSDT") { PageSize = size });

    public void Dispose() => _venue.Dispose();

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
