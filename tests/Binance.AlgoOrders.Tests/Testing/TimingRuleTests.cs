using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

public class TimingRuleTests
{
    private const string Outside = "Timestamp for this request is outside of the recvWindow.";
    private const string Ahead = "Timestamp for this request was 1000ms ahead of the server's time.";
    private readonly TestExchange _test = new();

    [Theory]
    [InlineData(0, "")]
    [InlineData(999, "")]
    [InlineData(-5000, "")]
    [InlineData(-10000, "&recvWindow=10000")]
    [InlineData(-60000, "&recvWindow=60000")]
    public async Task A_timestamp_within_the_window_is_accepted(long offset, string window)
    {
        SimulatedResponse response = await _test.SendSignedAsync("GET", TestExchange.Open, $"timestamp={_test.Now + offset}{window}");

        Assert.Equal(200, response.StatusCode);
    }

    [Theory]
    [InlineData(1000, "", Ahead)]
    [InlineData(-5001, "", Outside)]
    [InlineData(-1001, "&recvWindow=1000", Outside)]
    public async Task A_timestamp_outside_of_the_window_is_rejected(long offset, string window, string message)
    {
        SimulatedResponse response = await _test.SendSignedAsync("GET", TestExchange.Open, $"timestamp={_test.Now + offset}{window}");

        TestExchange.AssertRejected(response, 400, -1021, message);
    }

    [Fact]
    public async Task The_timestamp_of_a_skewed_clock_is_rejected()
    {
        long clients = _test.Clock.GetUtcNow().ToUnixTimeMilliseconds();
        _test.Exchange.ClockSkew = TimeSpan.FromSeconds(6);

        SimulatedResponse response = await _test.SendSignedAsync("GET", TestExchange.Open, $"timestamp={clients}");

        TestExchange.AssertRejected(response, 400, -1021, Outside);
    }

    [Fact]
    public void A_step_of_the_clients_wall_clock_does_not_step_the_exchanges()
    {
        DateTimeOffset before = _test.Exchange.Now;

        _test.Clock.StepWallClock(TimeSpan.FromMinutes(5));

        Assert.Equal(before, _test.Exchange.Now);
    }

    [Theory]
    [InlineData("symbol=BTCUSDT")]
    [InlineData("timestamp=")]
    [InlineData("timestamp=now")]
    [InlineData("timestamp=1.5e12")]
    public async Task A_missing_or_invalid_timestamp_is_rejected(string query)
    {
        SimulatedResponse response = await _test.SendSignedAsync("GET", TestExchange.Open, query);

        TestExchange.AssertRejected(response, 400, -1102, "Mandatory parameter 'timestamp' was not sent, was empty/null, or malformed.");
    }

    [Fact]
    public async Task A_recvWindow_of_more_than_a_minute_is_rejected()
    {
        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, "recvWindow=60001");

        TestExchange.AssertRejected(response, 400, -1131, "recvWindow must be less than 60000.");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("5s")]
    [InlineData("")]
    public async Task A_recvWindow_that_is_not_a_positive_number_is_rejected(string window)
    {
        SimulatedResponse response = await _test.SendAsync("GET", TestExchange.Open, $"recvWindow={window}");

        TestExchange.AssertRejected(response, 400, -1130, "Data sent for parameter 'recvWindow' is not valid.");
    }
}
