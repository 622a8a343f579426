using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;
using RichardSzalay.MockHttp;

namespace Binance.AlgoOrders.Tests;

public sealed class AlgoOrderClientTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);

    [Fact]
    public async Task The_callers_cancellation_is_an_OperationCanceledException_with_the_callers_token()
    {
        using var network = new PrimaryHandlerStub(NeverAnswer);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        using var caller = new CancellationTokenSource();
        Task<CancelAlgoOrderResult> call = client.CancelAsync(Request, caller.Token);

        await caller.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, exception.CancellationToken);
    }

    [Fact]
    public async Task A_token_that_is_canceled_already_sends_nothing()
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.CancelAsync(Request, new CancellationToken(canceled: true)));

        Assert.Empty(network.Sent);
    }

    [Theory]
    [InlineData(2_000, null)]
    [InlineData(500, 500)]
    public async Task An_answer_that_takes_too_long_is_a_transport_exception_whose_execution_is_unknown(int expectedMilliseconds, int? requestTimeout)
    {
        using var network = new PrimaryHandlerStub(NeverAnswer);
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        CancelAlgoOrderRequest request = Request with { Timeout = requestTimeout is { } value ? TimeSpan.FromMilliseconds(value) : null };
        Task<CancelAlgoOrderResult> call = client.CancelAsync(request, TestContext.Current.CancellationToken);

        _time.Advance(TimeSpan.FromMilliseconds(expectedMilliseconds - 1));
        Assert.False(call.IsCompleted);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => call);
        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.IsAssignableFrom<OperationCanceledException>(exception.InnerException);
    }

    [Fact]
    public async Task A_refused_connection_was_not_executed()
    {
        using var network = new PrimaryHandlerStub((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task An_endless_body_that_announces_a_GiB_is_unknown_and_not_read()
    {
        using var network = new PrimaryHandlerStub(() =>
        {
            var content = new StreamContent(new ZeroStream());
            content.Headers.ContentLength = 1L << 30;
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = content };
        });
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task A_ban_is_known_by_its_status_even_if_the_body_breaks_off()
    {
        using var network = new PrimaryHandlerStub(() =>
        {
            var response = new HttpResponseMessage((HttpStatusCode)418) { Content = new StreamContent(new BrokenStream()) };
            response.Headers.Add("Retry-After", "120");
            return response;
        });
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<BinanceRateLimitException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.True(exception.IsBanned);
        Assert.Equal(TimeSpan.FromMinutes(2), exception.RetryAfter);
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
    }

    [Fact]
    public async Task RetryAfter_is_read_as_a_date_too()
    {
        using var network = new MockHttpMessageHandler();
        network.When("*").Respond(_ =>
        {
            HttpResponseMessage response = PrimaryHandlerStub.Json(HttpStatusCode.TooManyRequests, """{"code":-1003,"msg":"Too many requests."}""");
            response.Headers.RetryAfter = new(GoldenExchange.Now.AddMilliseconds(57) + TimeSpan.FromSeconds(30));
            return response;
        });
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<BinanceRateLimitException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.False(exception.IsBanned);
        // HTTP dates have whole seconds.
        Assert.InRange(exception.RetryAfter!.Value, TimeSpan.FromSeconds(29), TimeSpan.FromSeconds(31));
    }

    [Fact]
    public async Task An_error_says_what_happened_by_name_what_it_means_and_what_to_do()
    {
        using var network = new MockHttpMessageHandler();
        network.When("*").Respond(HttpStatusCode.BadRequest, "application/json", """{"code":-2011,"msg":"Unknown order sent."}""");
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(
            "Binance answered DELETE /fapi/v1/algoOrder with -2011 CANCEL_REJECTED \"Unknown order sent.\" (HTTP 400). It was not executed. "
            + "The id or the account may be wrong, or the order was canceled, has triggered or has expired before: query it to tell these apart.",
            exception.Message);
        Assert.Equal("Unknown order sent.", exception.ErrorMessage);
    }

    [Fact]
    public async Task An_error_page_that_quotes_the_request_does_not_bring_key_or_signature_into_the_exception()
    {
        using var network = new PrimaryHandlerStub((sent, _) => Task.FromResult(
            PrimaryHandlerStub.Json(HttpStatusCode.Forbidden, $"<p>{sent.Address} {sent.Headers["X-MBX-APIKEY"]}-{GoldenExchange.SecretKey}</p>")));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.NotNull(exception.ResponseBody);
        Assert.DoesNotContain(GoldenExchange.SecretKey, exception.ToString() + exception.ResponseBody, StringComparison.Ordinal);
        Assert.DoesNotContain(network.Sent[0].Parameter("signature"), exception.ToString() + exception.ResponseBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_disposed_client_sends_nothing_and_leaves_the_users_handler_alone()
    {
        using var network = new PrimaryHandlerStub();
        AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        client.Dispose();
        client.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        using AlgoOrderClient next = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        await next.CancelAsync(Request, TestContext.Current.CancellationToken);
        Assert.Single(network.Sent);
    }

    [Fact]
    public async Task A_request_that_is_null_is_refused()
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        await Assert.ThrowsAsync<ArgumentNullException>(() => client.CancelAsync(null!, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_substitute_answers_in_place_of_the_client_and_says_what_it_does_not_override()
    {
        using AlgoOrderClient substitute = new AcknowledgingClient();
        CancelAlgoOrderResult result = await substitute.CancelAsync(Request, TestContext.Current.CancellationToken);
        Assert.Equal(2146760, result.AlgoId);

        using AlgoOrderClient empty = new EmptyClient();
        await Assert.ThrowsAsync<NotSupportedException>(() => empty.CancelAsync(Request, TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> NeverAnswer(SentRequest sent, CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("unreachable");
    }

    private sealed class EmptyClient : AlgoOrderClient;

    private sealed class AcknowledgingClient : AlgoOrderClient
    {
        public override Task<CancelAlgoOrderResult> CancelAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default) =>
            Task.FromResult(new CancelAlgoOrderResult { AlgoId = ((AlgoOrderId.ByAlgoId)request.Id).AlgoId, ClientAlgoId = "", Code = "200", Message = "success" });
    }

    private sealed class ZeroStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }

    private sealed class BrokenStream : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("broken off"));
    }
}
