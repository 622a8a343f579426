using System.Net;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>Tests over which connections the attempts of a request are sent, and which requests are sent once only.</summary>
[Collection(nameof(SilentConnectionTests))]
public class OtherConnectionTests
{
    private const string Http1 = "HTTP/1.1";
    private const string Http2 = "HTTP/2";

    // Longer than the handshakes, so that the attempts arrive in their order.
    private static readonly TimeSpan HedgeAfter = TimeSpan.FromMilliseconds(200);

    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(1m), 50_000m);

    [Fact]
    public async Task A_hedge_of_a_request_over_HTTP2_is_sent_over_HTTP1_and_another_connection()
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync(options => options.HttpVersion = HttpVersion.Version20);
        await venue.OpenConnectionsAsync(1);
        ReceivedRequest[] earlier = [.. venue.Exchange.Requests];
        Assert.Contains(earlier, request => request.Protocol == Http2);
        venue.Relay.Silence();

        CanceledOrder canceled = await venue.CancelAsync();

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(canceled.Outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, canceled.Order.Status);
        Assert.InRange(canceled.Duration, TimeSpan.Zero, TimeSpan.FromSeconds(1));
        ReceivedRequest[] hedges = [.. venue.Exchange.Requests.Skip(earlier.Length)];
        Assert.NotEmpty(hedges);
        Assert.All(hedges, hedge => Assert.Equal(Http1, hedge.Protocol));
        Assert.Empty(hedges.IntersectBy(earlier.Select(request => request.Connection), hedge => hedge.Connection));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_three_attempts_of_a_request_use_different_connections(bool overHttp2)
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync(options =>
        {
            options.HttpVersion = overHttp2 ? HttpVersion.Version20 : HttpVersion.Version11;
            options.HedgeAfter = HedgeAfter;
        });
        venue.Exchange.IgnoreNext(2);

        CanceledOrder canceled = await venue.CancelAsync();

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(canceled.Outcome);
        ReceivedRequest[] attempts = [.. venue.Exchange.Requests.Take(3)];
        Assert.Equal(Convert.ToInt32(overHttp2), attempts.Count(attempt => attempt.Protocol == Http2));
        Assert.Equal(3, attempts.Select(attempt => attempt.Connection).Distinct().Count());
    }

    [Fact]
    public async Task No_connection_of_a_request_that_needed_three_attempts_stays_open()
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync(options => options.HedgeAfter = HedgeAfter);
        venue.Exchange.IgnoreNext(2);

        await venue.CancelAsync();

        await Task.WhenAll(Enumerable.Range(0, venue.Relay.Accepted).Select(venue.Relay.ClosedAsync)).WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_new_order_is_sent_once_however_long_the_exchange_is_silent()
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync(Impatient);
        venue.Exchange.IgnoreNext(int.MaxValue);

        await Assert.ThrowsAnyAsync<AlgoOrderException>(() => venue.Client.PlaceAsync(Stop, TestContext.Current.CancellationToken));

        Assert.Single(venue.Exchange.Requests, request => request.Method == "POST");
        // The lookup of the order is repeatable.
        Assert.InRange(venue.Exchange.Requests.Count(request => request.Method == "GET"), 2, int.MaxValue);
    }

    [Fact]
    public async Task A_cancel_of_all_orders_is_sent_once_however_long_the_exchange_is_silent()
    {
        await using SilentVenue venue = await SilentVenue.OpenAsync(Impatient);
        venue.Exchange.IgnoreNext(int.MaxValue);

        var failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(() => venue.Client.CancelAllAsync("BTCUSDT", TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
        Assert.Single(venue.Exchange.Requests);
    }

    private static void Impatient(AlgoOrderClientOptions options)
    {
        options.HedgeAfter = TimeSpan.FromMilliseconds(20);
        options.AttemptTimeout = TimeSpan.FromSeconds(1);
        options.Timeout = TimeSpan.FromSeconds(3);
    }
}
