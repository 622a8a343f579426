using System.Net;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;
using RichardSzalay.MockHttp;

namespace Binance.AlgoOrders.Tests.Errors;

/// <summary>Checks the exceptions of a cancel that got no response, or another than the acknowledgement.</summary>
public sealed class CancelExceptionTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);

    [Fact]
    public async Task A_refused_connection_is_not_executed()
    {
        using var network = new PrimaryHandlerStub((_, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused"));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.IsType<HttpRequestException>(exception.InnerException);
    }

    [Fact]
    public async Task A_body_of_a_GiB_is_unknown_and_not_read()
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

    [Theory]
    [InlineData(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement)]
    [InlineData(HttpStatusCode.BadRequest, """{"code":-2011,"msg":"Unknown order sent."}""")]
    public async Task A_body_beyond_its_limit_is_not_believed(HttpStatusCode statusCode, string beginning)
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(statusCode, beginning + new string(' ', 1 << 20)));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
        Assert.Null(exception.ErrorCode);
    }

    [Fact]
    public async Task A_success_that_cannot_be_parsed_has_the_cause_and_the_body()
    {
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(HttpStatusCode.OK, "<html>Welcome</html>"));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal("<html>Welcome</html>", exception.ResponseBody);
        Assert.IsType<System.Text.Json.JsonException>(exception.InnerException);
    }

    [Fact]
    public async Task A_ban_is_recognized_by_its_status_if_the_body_breaks_off()
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
    public async Task An_error_message_has_the_code_its_name_the_execution_and_advice()
    {
        using var network = new MockHttpMessageHandler();
        network.When("*").Respond(HttpStatusCode.BadRequest, "application/json", """{"code":-2011,"msg":"Unknown order sent."}""");
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        var exception = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(
            "DELETE /fapi/v1/algoOrder failed with -2011 CANCEL_REJECTED \"Unknown order sent.\" (HTTP 400). The request was not executed. "
            + "The id or the account may be wrong, or the order was canceled, has triggered or has expired before. Query it to tell these apart.",
            exception.Message);
        Assert.Equal("Unknown order sent.", exception.ErrorMessage);
    }

    [Fact]
    public async Task An_error_page_that_quotes_the_request_is_redacted()
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
    public async Task An_unknown_symbol_gets_advice_on_the_form_of_symbols()
    {
        using var venue = new TestVenue();

        var exception = await Assert.ThrowsAsync<BinanceApiException>(() => venue.Client.CancelAllAsync("btcusdt", TestContext.Current.CancellationToken));

        Assert.EndsWith("The request was not executed. Write the symbol as Binance lists it: BTCUSDT, not btcusdt or BTC-USDT.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_without_a_response_may_be_sent_again()
    {
        using var network = new PrimaryHandlerStub((_, _) => throw new HttpRequestException(HttpRequestError.InvalidResponse, "lost"));
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(options => options.MaxRetryAttempts = 0), network, _time);

        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.FindAsync(Request.Id, TestContext.Current.CancellationToken));

        Assert.Equal("GET /fapi/v1/algoOrder got no response (lost). A query changes nothing and may be sent again.", exception.Message);
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
