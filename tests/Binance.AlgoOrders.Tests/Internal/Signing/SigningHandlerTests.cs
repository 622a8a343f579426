using System.Net;
using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public sealed class SigningHandlerTests : IDisposable
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);
    private ServiceProvider? _provider;

    [Fact]
    public async Task Every_retry_of_a_users_handler_is_stamped_and_signed_again()
    {
        PrimaryHandlerStub network = CreateNetwork(
            () => new HttpResponseMessage(HttpStatusCode.BadGateway),
            () => new HttpResponseMessage(HttpStatusCode.BadGateway),
            () => PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement));
        AlgoOrderClient client = CreateClient(network, new UsersHandlers.Retrying(3, () => _time.Advance(TimeSpan.FromMilliseconds(10))));

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["1591702613943", "1591702613953", "1591702613963"],
            network.Sent.Select(sent => sent.Parameter("timestamp")));
        Assert.All(network.Sent, sent => Assert.Equal(ExpectedSignature(sent.Query), sent.Parameter("signature")));
        Assert.All(network.Sent, sent => Assert.Equal(GoldenExchange.ApiKey, sent.Headers["X-MBX-APIKEY"]));
    }

    [Fact]
    public async Task Execution_is_unknown_when_a_users_handler_sent_twice_and_the_second_response_is_an_error()
    {
        PrimaryHandlerStub network = CreateNetwork(
            () => new HttpResponseMessage(HttpStatusCode.BadGateway),
            () => PrimaryHandlerStub.Json(HttpStatusCode.BadRequest, """{"code":-2011,"msg":"Unknown order sent."}"""));
        AlgoOrderClient client = CreateClient(network, new UsersHandlers.Retrying(2, () => { }));

        var exception = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task A_users_handler_gets_only_the_path_before_and_after_the_send()
    {
        var network = new PrimaryHandlerStub();
        var observer = new UsersHandlers.Observing();
        AlgoOrderClient client = CreateClient(network, observer);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(2, observer.Messages.Count);
        Assert.All(observer.Messages, AssertHasPathOnly);
        Assert.False(network.LastMessage!.Headers.Contains("X-MBX-APIKEY"));
    }

    [Fact]
    public async Task The_message_has_no_query_or_key_after_the_send_failed()
    {
        var network = new PrimaryHandlerStub((_, _) => throw new HttpRequestException("lost"));
        var observer = new UsersHandlers.Observing();
        AlgoOrderClient client = CreateClient(network, observer);

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(2, observer.Messages.Count);
        Assert.All(observer.Messages, AssertHasPathOnly);
    }

    [Fact]
    public async Task A_message_that_the_client_did_not_create_is_not_sent()
    {
        var network = new PrimaryHandlerStub();
        CreateClient(network);
        using HttpClient http = _provider!.GetRequiredService<IHttpClientFactory>().CreateClient("Binance.AlgoOrders");

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("fapi/v1/time", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task The_query_is_not_canonicalized_after_it_was_signed()
    {
        var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.SignedBy(new FixedSigner("%7E%41%2e")), network, _time);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("%7E%41%2e", network.Sent[0].Parameter("signature"));
    }

    [Fact]
    public async Task A_request_is_not_sent_when_its_signer_fails()
    {
        var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.SignedBy(new FailingSigner()), network);
        await AssertNotSentAsync(client, network);
    }

    [Fact]
    public async Task A_key_that_a_handler_added_is_replaced()
    {
        var network = new PrimaryHandlerStub();
        AlgoOrderClient client = CreateClient(network, new UsersHandlers.Adding("X-MBX-APIKEY", "another-key"));

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(GoldenExchange.ApiKey, Assert.Single(network.Sent).Headers["X-MBX-APIKEY"]);
    }

    [Fact]
    public void Redirects_are_disabled_on_a_primary_handler_that_follows_them()
    {
        using var sockets = new SocketsHttpHandler();
        using var classic = new HttpClientHandler();
        using AlgoOrderClient first = AlgoOrderClient.Create(TestAccount.Options(), sockets);
        using AlgoOrderClient second = AlgoOrderClient.Create(TestAccount.Options(), classic);

        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(classic.AllowAutoRedirect);
    }

    public void Dispose() => _provider?.Dispose();

    private static async Task AssertNotSentAsync(AlgoOrderClient client, PrimaryHandlerStub network)
    {
        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Empty(network.Sent);
    }

    private static void AssertHasPathOnly(string message)
    {
        Assert.Contains("/fapi/v1/algoOrder", message, StringComparison.Ordinal);
        Assert.DoesNotContain('?', message);
        Assert.DoesNotContain("2146760", message, StringComparison.Ordinal);
        Assert.DoesNotContain("timestamp", message, StringComparison.Ordinal);
        Assert.DoesNotContain("X-MBX-APIKEY", message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(GoldenExchange.ApiKey, message, StringComparison.Ordinal);
    }

    private static string ExpectedSignature(string query)
    {
        string payload = query[..query.IndexOf("&signature=", StringComparison.Ordinal)];
        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(GoldenExchange.SecretKey), Encoding.UTF8.GetBytes(payload))).ToLowerInvariant();
    }

    private static PrimaryHandlerStub CreateNetwork(params Func<HttpResponseMessage>[] responses)
    {
        int sent = 0;
        return new PrimaryHandlerStub((_, _) => Task.FromResult(responses[sent++]()));
    }

    private AlgoOrderClient CreateClient(PrimaryHandlerStub network, params DelegatingHandler[] handlers)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        IHttpClientBuilder builder = services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => network);
        foreach (DelegatingHandler handler in handlers)
        {
            builder.AddHttpMessageHandler(() => handler);
        }

        _provider = services.BuildServiceProvider(validateScopes: true);
        return _provider.GetRequiredService<AlgoOrderClient>();
    }

    private sealed class FailingSigner : IRequestSigner
    {
        public int MaxSignatureLength => 64;

        public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("The key vault cannot be reached."));
    }
}
