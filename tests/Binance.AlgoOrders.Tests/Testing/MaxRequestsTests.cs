using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>The bound of the recorded requests, and the reading of new ones.</summary>
public class MaxRequestsTests
{
    private readonly TestExchange _test = new(options: new SimulatedExchangeOptions { MaxRequests = 3 });

    [Fact]
    public async Task The_youngest_requests_are_kept_with_their_indexes()
    {
        await PingAsync(5);

        Assert.Equal([(2, "n=2"), (3, "n=3"), (4, "n=4")], _test.Exchange.Requests.Select(record => (record.Index, record.Query)));
        Assert.Equal(5, _test.Exchange.RequestCount);
    }

    [Fact]
    public async Task Without_a_bound_all_requests_are_kept()
    {
        var test = new TestExchange();
        for (int number = 0; number < 5; number++)
        {
            await test.SendRawAsync("GET", "/fapi/v1/ping");
        }

        Assert.Equal([0, 1, 2, 3, 4], test.Exchange.Requests.Select(record => record.Index));
    }

    [Theory]
    [InlineData(0, "n=2 n=3 n=4")]
    [InlineData(2, "n=2 n=3 n=4")]
    [InlineData(4, "n=4")]
    [InlineData(5, "")]
    [InlineData(6, "")]
    public async Task A_reader_gets_the_kept_requests_from_an_index_on(long index, string expected)
    {
        await PingAsync(5);

        Assert.Equal(expected, string.Join(' ', _test.Exchange.RequestsFrom(index).Select(record => record.Query)));
    }

    [Fact]
    public void A_negative_index_is_rejected() => Assert.Throws<ArgumentOutOfRangeException>(() => _test.Exchange.RequestsFrom(-1));

    [Fact]
    public async Task A_result_belongs_to_its_request_after_older_ones_were_forgotten()
    {
        await PingAsync(4);
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(TimeSpan.FromSeconds(1)));
        Task<SimulatedResponse> delayed = _test.SendRawAsync("GET", "/fapi/v1/time?n=delayed");
        await PingAsync(1);
        await _test.Clock.RunAsync(delayed);

        Assert.Equal(["n=3", "n=delayed", "n=0"], _test.Exchange.Requests.Select(record => record.Query));
        Assert.Equal(_test.Exchange.Now, _test.Exchange.Requests[1].ProcessedAt);
        Assert.Equal(SimulatedOperation.ServerTime, _test.Exchange.Requests[1].Operation);
    }

    [Fact]
    public async Task A_result_of_a_forgotten_request_changes_no_other_request()
    {
        _test.Exchange.Faults.Next(Fault.DelayBeforeExecuting(TimeSpan.FromSeconds(1)));
        Task<SimulatedResponse> delayed = _test.SendRawAsync("GET", "/fapi/v1/time");
        await PingAsync(4);
        IReadOnlyList<RecordedRequest> before = _test.Exchange.Requests;

        SimulatedResponse response = await _test.Clock.RunAsync(delayed);

        Assert.Equal(200, response.StatusCode);
        Assert.Equal(before.Select(record => record.ProcessedAt), _test.Exchange.Requests.Select(record => record.ProcessedAt));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_bound_below_one_is_rejected(int value)
    {
        Assert.Equal(
            $"MaxRequests must be at least 1 or null, but was {value}.",
            Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedExchangeOptions { MaxRequests = value }).Message.Split(" (")[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedExchangeOptions { MaxEndedOrders = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedExchangeOptions { MaxUnreadMessages = value });
    }

    private async Task PingAsync(int count)
    {
        for (int number = 0; number < count; number++)
        {
            await _test.SendRawAsync("GET", $"/fapi/v1/ping?n={number}");
        }
    }
}
