using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Internal.Signing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.RateLimits;

/// <summary>A limit counts from the headers of its response, although the body is never read.</summary>
public sealed class UnreadBodyTests
{
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), 58_000m) { Timeout = TimeSpan.FromSeconds(1) };

    // A limit without a named time ends with the minute.
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 1, 1, 0, 0, 10, TimeSpan.Zero));

    [Theory]
    [InlineData(418, 600, 600)]
    [InlineData(418, null, 120)]
    [InlineData(429, 30, 30)]
    [InlineData(429, null, 51)]
    public async Task Nothing_more_is_sent_when_the_caller_leaves_between_the_headers_and_the_body(int status, int? retryAfter, int blockedSeconds)
    {
        using var network = new PrimaryHandlerStub(() => Respond(status, retryAfter, new StreamContent(new EndlessStream())));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        for (int call = 0; call < 5; call++)
        {
            using var caller = new CancellationTokenSource();
            Task<CancelAlgoOrderResult> cancel = client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), caller.Token);

            // The headers may be read by another thread.
            SpinWait.SpinUntil(() => client.RateLimits.BlockedFor > TimeSpan.Zero, TimeSpan.FromSeconds(10));
            await caller.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => cancel);
        }

        Assert.Single(network.Sent);
        Assert.Equal(TimeSpan.FromSeconds(blockedSeconds), client.RateLimits.BlockedFor);
    }

    [Theory]
    [InlineData(429, 30, 0, 30)]
    [InlineData(429, null, 0, 11)]
    [InlineData(418, null, 120, 120)]
    public async Task A_429_of_a_new_order_whose_response_a_handler_replaces_delays_no_cancel(int status, int? retryAfter, int blockedSeconds, int ordersBlockedSeconds)
    {
        using var caller = new CancellationTokenSource();
        using var network = new PrimaryHandlerStub((sent, _) => Task.FromResult(RespondToPost(sent, status, retryAfter, caller.Cancel)));
        using HttpMessageHandler chain = UsersHandlers.Around(network, new UsersHandlers.RetryingAlways(2));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);

        await Assert.ThrowsAnyAsync<Exception>(() => client.PlaceAsync(Stop, caller.Token));

        Assert.Equal(TimeSpan.FromSeconds(blockedSeconds), client.RateLimits.BlockedFor);
        Assert.Equal(TimeSpan.FromSeconds(ordersBlockedSeconds), client.RateLimits.OrdersBlockedFor);
        Assert.Single(network.Sent, sent => sent.Method == HttpMethod.Post);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(5)]
    [InlineData(15)]
    public async Task A_new_order_that_may_have_been_executed_is_not_sent_again_after_an_order_limit(int? retryAfter)
    {
        using var network = new PrimaryHandlerStub((sent, _) => Task.FromResult(RespondToPost(sent, status: 429, retryAfter, endCall: static () => { })));
        using HttpMessageHandler chain = UsersHandlers.Around(network, new UsersHandlers.RetryingAlways(2));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);

        var failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(
            () => _time.RunAsync(client.PlaceAsync(Stop with { Timeout = TimeSpan.FromSeconds(30) }, TestContext.Current.CancellationToken)));

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
        Assert.Single(network.Sent, sent => sent.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task A_message_claims_nothing_about_a_time_that_a_handler_kept_to_itself()
    {
        using var network = new PrimaryHandlerStub(() => Respond(status: 429, retryAfter: 30, new StringContent("{}")));
        using HttpMessageHandler chain = UsersHandlers.Around(network, new UsersHandlers.RetryingAlways(2));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);

        var limit = await Assert.ThrowsAsync<BinanceRateLimitException>(() => client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(42), TestContext.Current.CancellationToken));

        Assert.Contains("rate-limited for another 30 s.", limit.Message, StringComparison.Ordinal);
    }

    // The lookup that follows ends the call, before the virtual time moves.
    private static HttpResponseMessage RespondToPost(SentRequest sent, int status, int? retryAfter, Action endCall)
    {
        if (sent.Method == HttpMethod.Post)
        {
            return Respond(status, retryAfter, new StringContent("{}"));
        }

        endCall();
        throw new HttpRequestException("The connection was reset.");
    }

    private static HttpResponseMessage Respond(int status, int? retryAfter, HttpContent content)
    {
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = content };
        if (retryAfter is { } seconds)
        {
            response.Headers.Add("Retry-After", $"{seconds}");
        }

        return response;
    }

    /// <summary>A body that never ends.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return 0;
        }

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken);
    }
}
