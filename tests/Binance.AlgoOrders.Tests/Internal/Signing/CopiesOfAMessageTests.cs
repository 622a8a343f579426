using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Tests claims about requests that a user's handler sent more than once, and the copies that the client refuses to send.</summary>
public sealed class CopiesOfAMessageTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private static readonly NewAlgoOrder Stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(1m), 50000m);
    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);

    [Fact]
    public async Task A_lost_copy_makes_the_execution_unknown_although_the_next_one_found_no_connection()
    {
        using AlgoOrderClient client = CreateClient(Lost, NoConnection);
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(CancelAsync(client));
        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
    }

    [Fact]
    public async Task A_lost_copy_makes_the_execution_unknown_although_the_next_one_was_rejected()
    {
        using AlgoOrderClient client = CreateClient(Lost, Rejected);
        var failure = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(CancelAsync(client));
        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
    }

    [Fact]
    public async Task A_copy_without_a_connection_does_not_count_when_the_next_one_was_rejected()
    {
        using AlgoOrderClient client = CreateClient(NoConnection, Rejected);
        var failure = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(CancelAsync(client));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
    }

    [Fact]
    public async Task Copies_without_a_connection_were_not_executed()
    {
        using AlgoOrderClient client = CreateClient(NoConnection, NoConnection);
        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(CancelAsync(client));
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
    }

    [Fact]
    public async Task A_handler_cannot_claim_that_a_lost_copy_found_no_connection()
    {
        using var network = new PrimaryHandlerStub(Lost);
        using HttpMessageHandler chain = UsersHandlers.Around(network, new Disguising());
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);

        var failure = await Assert.ThrowsAsync<AlgoOrderTransportException>(CancelAsync(client));

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
    }

    [Fact]
    public async Task A_new_order_is_sent_once_while_the_first_copy_may_have_been_executed()
    {
        using PrimaryHandlerStub network = CreateNetwork(Lost, Acknowledged);
        using AlgoOrderClient client = CreateClient(network);

        var failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(() => PlaceAsync(client));

        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
        Assert.Single(network.Sent, sent => sent.Method == HttpMethod.Post);
    }

    [Fact]
    public async Task A_new_order_is_sent_again_after_a_copy_without_a_connection()
    {
        using PrimaryHandlerStub network = CreateNetwork(NoConnection, Rejected);
        using AlgoOrderClient client = CreateClient(network);

        var failure = await Assert.ThrowsAnyAsync<AlgoOrderException>(() => PlaceAsync(client));

        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Equal(2, network.Sent.Count(sent => sent.Method == HttpMethod.Post));
    }

    [Theory]
    [InlineData(429, "30")]
    [InlineData(418, "120")]
    [InlineData(429, null)]
    [InlineData(418, null)]
    public async Task A_rate_limited_request_is_not_sent_again(int status, string? retryAfter)
    {
        using PrimaryHandlerStub network = CreateNetwork(() => RateLimited(status, retryAfter), Acknowledged);
        using AlgoOrderClient client = CreateClient(network);

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(CancelAsync(client));

        Assert.Single(network.Sent);
        Assert.Equal(ExecutionStatus.Unknown, failure.Execution);
        Assert.Equal(failure.BlockedFor, client.RateLimits.BlockedFor);
    }

    [Fact]
    public async Task A_query_that_is_rate_limited_is_not_sent_again()
    {
        using PrimaryHandlerStub network = CreateNetwork(() => RateLimited(429, "30"), Acknowledged);
        using AlgoOrderClient client = CreateClient(network);

        await Assert.ThrowsAsync<BinanceRateLimitException>(() => client.FindAsync(Request.Id, TestContext.Current.CancellationToken));

        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task A_copy_is_sent_after_the_time_that_a_rate_limit_named()
    {
        using PrimaryHandlerStub network = CreateNetwork(() => RateLimited(429, "30"), Acknowledged);
        using HttpMessageHandler chain = UsersHandlers.Around(
            network, new UsersHandlers.RetryingAlways(2), new AfterFirst(() => _time.Advance(TimeSpan.FromSeconds(30))));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.Timeout = options.AttemptTimeout = TimeSpan.FromMinutes(1)), chain, _time);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task Nothing_is_sent_when_a_ban_begins_while_a_handler_holds_the_request()
    {
        var budget = new OneBlock();
        using var network = new PrimaryHandlerStub();
        using HttpMessageHandler chain = UsersHandlers.Around(
            network, new UsersHandlers.Changing(_ => budget.Block = new RateLimitBlock((HttpStatusCode)418, TimeSpan.FromMinutes(2))));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.RequestBudget = budget), chain, _time);

        var failure = await Assert.ThrowsAsync<BinanceRateLimitException>(CancelAsync(client));

        Assert.Empty(network.Sent);
        Assert.Equal(ExecutionStatus.NotExecuted, failure.Execution);
        Assert.Equal(TimeSpan.FromMinutes(2), failure.BlockedFor);
        Assert.Contains("was not sent: banned", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ban_counts_although_the_caller_left_before_the_body()
    {
        using var caller = new CancellationTokenSource();
        using var network = new PrimaryHandlerStub(() => new HttpResponseMessage((HttpStatusCode)418) { Content = new CancelingContent(caller) });
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        await Assert.ThrowsAsync<OperationCanceledException>(() => client.CancelAsync(Request, caller.Token));

        Assert.True(client.RateLimits.IsBanned);
    }

    private static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ResponseEnded);

    private static HttpResponseMessage NoConnection() => throw new HttpRequestException(HttpRequestError.ConnectionError);

    private static HttpResponseMessage Rejected() => PrimaryHandlerStub.Json(HttpStatusCode.BadRequest, """{"code":-2011,"msg":"Unknown order sent."}""");

    private static HttpResponseMessage Acknowledged() => PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement);

    private static HttpResponseMessage RateLimited(int status, string? retryAfter)
    {
        HttpResponseMessage response = PrimaryHandlerStub.Json((HttpStatusCode)status, """{"code":-1003,"msg":"Too many requests."}""");
        if (retryAfter is not null)
        {
            response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        }

        return response;
    }

    private static PrimaryHandlerStub CreateNetwork(params Func<HttpResponseMessage>[] responses)
    {
        int sent = 0;
        return new PrimaryHandlerStub(() => responses[Math.Min(sent++, responses.Length - 1)]());
    }

    private static Func<Task> CancelAsync(AlgoOrderClient client) => () => client.CancelAsync(Request, TestContext.Current.CancellationToken);

    private Task<AlgoOrder> PlaceAsync(AlgoOrderClient client) => _time.RunAsync(client.PlaceAsync(Stop, TestContext.Current.CancellationToken));

    private AlgoOrderClient CreateClient(params Func<HttpResponseMessage>[] responses) => CreateClient(CreateNetwork(responses));

    private AlgoOrderClient CreateClient(PrimaryHandlerStub network) =>
        AlgoOrderClient.Create(TestAccount.Options(), UsersHandlers.Around(network, new UsersHandlers.RetryingAlways(2)), _time);

    private sealed class Disguising : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                return await base.SendAsync(request, cancellationToken);
            }
            catch (HttpRequestException)
            {
                throw new HttpRequestException(HttpRequestError.ConnectionError);
            }
        }
    }

    private sealed class AfterFirst(Action act) : DelegatingHandler
    {
        private bool _sent;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
            if (!_sent)
            {
                _sent = true;
                act();
            }

            return response;
        }
    }

    private sealed class CancelingContent(CancellationTokenSource caller) : HttpContent
    {
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await caller.CancelAsync();
            throw new OperationCanceledException(caller.Token);
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }

    private sealed class OneBlock : IRequestBudget
    {
        public RateLimitBlock? Block { get; set; }

        public RateLimitBlock? GetBlock(RequestCost cost) => Block;

        public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now) => TimeSpan.Zero;

        public TimeSpan TryReserve(int weight, ServerTimeRange now) => TimeSpan.Zero;

        public void Release(int weight)
        {
        }

        public void Report(RequestUsage usage, ServerTimeRange counted)
        {
        }

        public void ReportBlock(RateLimitBlock block) => Block = block;
    }
}
