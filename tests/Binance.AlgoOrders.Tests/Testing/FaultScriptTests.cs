using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class FaultScriptTests
{
    private readonly TestExchange _test = new();

    [Fact]
    public async Task Armed_faults_apply_to_one_request_each_in_order()
    {
        _test.Exchange.Faults.Next(Fault.ServiceUnavailable503, Fault.HtmlForbidden403);

        Assert.Equal([503, 403, 200], await PingAsync(3));
    }

    [Fact]
    public async Task A_fault_can_apply_to_several_requests()
    {
        _test.Exchange.Faults.Next(2, Fault.ServiceUnavailable503);

        Assert.Equal([503, 503, 200], await PingAsync(3));
    }

    [Fact]
    public async Task A_fault_can_skip_the_first_requests()
    {
        _test.Exchange.Faults.On("GET").After(1).Next(2, Fault.ServiceUnavailable503);
        await _test.CancelAsync(_test.Account.Place());

        Assert.Equal([200, 503, 503, 200], await PingAsync(4));
    }

    [Fact]
    public async Task Each_fault_skips_requests_that_no_earlier_fault_applies_to()
    {
        _test.Exchange.Faults.After(1).Next(Fault.ServiceUnavailable503, Fault.HtmlForbidden403);

        Assert.Equal([200, 503, 403, 200], await PingAsync(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => _test.Exchange.Faults.After(-1));
    }

    [Fact]
    public async Task A_fault_for_a_method_and_path_waits_for_them()
    {
        _test.Exchange.Faults.On("DELETE", TestExchange.CancelOrQuery).Next(Fault.ServiceUnavailable503);

        Assert.Equal([200, 200], await PingAsync(2));
        Assert.Equal(503, (await _test.CancelAsync(_test.Account.Place())).StatusCode);
    }

    [Fact]
    public async Task A_fault_for_an_operation_waits_for_it()
    {
        _test.Exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.ServiceUnavailable503);

        Assert.Equal(200, (await _test.QueryAsync(_test.Account.Place())).StatusCode);
        Assert.Equal(503, (await _test.CancelAsync(_test.Account.Place())).StatusCode);
    }

    [Fact]
    public async Task A_predicate_restricts_a_restricted_script_further()
    {
        _test.Exchange.Faults.On("GET").Where(request => request.Query is "x=1").Next(Fault.ServiceUnavailable503);

        await PingAsync(1);
        Assert.Equal(1, _test.Exchange.Faults.Pending);
        Assert.Equal(503, (await _test.SendRawAsync("GET", "/fapi/v1/ping?x=1")).StatusCode);
    }

    [Fact]
    public async Task A_later_fault_applies_if_an_earlier_one_does_not_match()
    {
        _test.Exchange.Faults.On("DELETE").Next(Fault.HtmlForbidden403);
        _test.Exchange.Faults.Next(Fault.ServiceUnavailable503);

        Assert.Equal([503], await PingAsync(1));
    }

    [Fact]
    public async Task Clearing_disarms_everything()
    {
        _test.Exchange.Faults.Next(3, Fault.ServiceUnavailable503);
        _test.Exchange.Faults.Randomly(1, seed: 1, Fault.ServiceUnavailable503);
        _test.Exchange.Faults.Clear();

        Assert.Equal([200, 200], await PingAsync(2));
    }

    [Fact]
    public async Task The_same_seed_selects_the_same_requests()
    {
        _test.Exchange.Faults.Randomly(0.5, seed: 7, Fault.ServiceUnavailable503, Fault.HtmlForbidden403);
        IReadOnlyList<int> first = await PingAsync(100);
        _test.Exchange.Faults.Randomly(0.5, seed: 7, Fault.ServiceUnavailable503, Fault.HtmlForbidden403);

        Assert.Equal(first, await PingAsync(100));
    }

    [Fact]
    public async Task Random_faults_apply_about_as_often_as_their_probability()
    {
        _test.Exchange.Faults.Randomly(0.25, seed: 3, Fault.ServiceUnavailable503);

        Assert.InRange((await PingAsync(1000)).Count(status => status == 503), 200, 300);
    }

    [Fact]
    public async Task Random_faults_apply_only_to_matching_requests()
    {
        _test.Exchange.Faults.On("DELETE").Randomly(1, seed: 1, Fault.ServiceUnavailable503);

        Assert.Equal([200], await PingAsync(1));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void A_probability_must_be_between_0_and_1(double probability) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _test.Exchange.Faults.Randomly(probability, seed: 1, Fault.ExecuteThenDrop));

    [Fact]
    public async Task The_request_log_names_the_fault()
    {
        _test.Exchange.Faults.Next(Fault.UnknownError503(executed: true));
        await PingAsync(1);

        Assert.Equal("UnknownError503(executed)", _test.LastRecord.Fault);
    }

    private async Task<IReadOnlyList<int>> PingAsync(int times)
    {
        int[] statuses = new int[times];
        for (int i = 0; i < times; i++)
        {
            statuses[i] = (await _test.SendRawAsync("GET", "/fapi/v1/ping", apiKey: null)).StatusCode;
        }

        return statuses;
    }
}
