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
    public async Task Every_send_of_a_users_retry_handler_is_stamped_and_signed_anew()
    {
        int answers = 0;
        var network = new PrimaryHandlerStub((_, _) => Task.FromResult(
            ++answers < 3 ? new HttpResponseMessage(HttpStatusCode.BadGateway) : PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement)));
        AlgoOrderClient client = ClientWith(network, new UsersHandlers.Retrying(3, () => _time.Advance(TimeSpan.FromMilliseconds(10))));

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["1591702613943", "1591702613953", "1591702613963"],
            network.Sent.Select(sent => sent.Parameter("timestamp")));
        Assert.All(network.Sent, sent => Assert.Equal(ExpectedSignature(sent.Query), sent.Parameter("signature")));
        Assert.All(network.Sent, sent => Assert.Equal(GoldenExchange.ApiKey, sent.Headers["X-MBX-APIKEY"]));
    }

    [Fact]
    public async Task A_refusal_after_a_users_handler_sent_twice_does_not_claim_that_nothing_was_executed()
    {
        int answers = 0;
        var network = new PrimaryHandlerStub((_, _) => Task.FromResult(
            ++answers == 1
                ? new HttpResponseMessage(HttpStatusCode.BadGateway)
                : PrimaryHandlerStub.Json(HttpStatusCode.BadRequest, """{"code":-2011,"msg":"Unknown order sent."}""")));
        AlgoOrderClient client = ClientWith(network, new UsersHandlers.Retrying(2, () => { }));

        var exception = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.Unknown, exception.Execution);
    }

    [Fact]
    public async Task A_users_handler_sees_the_path_only_before_and_after_the_send()
    {
        var network = new PrimaryHandlerStub();
        var observer = new UsersHandlers.Observing();
        AlgoOrderClient client = ClientWith(network, observer);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(2, observer.Seen.Count);
        Assert.All(observer.Seen, AssertBare);
        Assert.False(network.LastMessage!.Headers.Contains("X-MBX-APIKEY"));
    }

    [Fact]
    public async Task The_message_carries_nothing_after_the_send_threw()
    {
        var network = new PrimaryHandlerStub((_, _) => throw new HttpRequestException("lost"));
        var observer = new UsersHandlers.Observing();
        AlgoOrderClient client = ClientWith(network, observer);

        await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));

        Assert.Equal(2, observer.Seen.Count);
        Assert.All(observer.Seen, AssertBare);
    }

    [Fact]
    public async Task A_message_of_somebody_else_is_not_sent()
    {
        var network = new PrimaryHandlerStub();
        ClientWith(network);
        using HttpClient http = _provider!.GetRequiredService<IHttpClientFactory>().CreateClient("Binance.AlgoOrders");

        await Assert.ThrowsAsync<InvalidOperationException>(() => http.GetAsync(new Uri("fapi/v1/time", UriKind.Relative), TestContext.Current.CancellationToken));

        Assert.Empty(network.Sent);
    }

    [Fact]
    public async Task Nothing_that_was_signed_is_canonicalised_afterwards()
    {
        var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.SignedBy(new FixedSigner("%7E%41%2e")), network, _time);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal("%7E%41%2e", network.Sent[0].Parameter("signature"));
    }

    [Fact]
    public async Task A_signer_that_fails_is_a_request_that_was_never_sent()
    {
        var network = new PrimaryHandlerStub();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.SignedBy(new UnreachableVault()), network);
        await AssertNeverSentAsync(client, network);
    }

    [Fact]
    public async Task A_key_that_a_handler_put_there_is_replaced()
    {
        var network = new PrimaryHandlerStub();
        AlgoOrderClient client = ClientWith(network, new UsersHandlers.Adding("X-MBX-APIKEY", "another-key"));

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(GoldenExchange.ApiKey, Assert.Single(network.Sent).Headers["X-MBX-APIKEY"]);
    }

    [Fact]
    public void Redirects_are_switched_off_on_a_handler_that_follows_them()
    {
        using var sockets = new SocketsHttpHandler();
        using var classic = new HttpClientHandler();
        using AlgoOrderClient first = AlgoOrderClient.Create(TestAccount.Options(), sockets);
        using AlgoOrderClient second = AlgoOrderClient.Create(TestAccount.Options(), classic);

        Assert.False(sockets.AllowAutoRedirect);
        Assert.False(classic.AllowAutoRedirect);
    }

    public void Dispose() => _provider?.Dispose();

    private static async Task AssertNeverSentAsync(AlgoOrderClient client, PrimaryHandlerStub network)
    {
        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => client.CancelAsync(Request, TestContext.Current.CancellationToken));
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Empty(network.Sent);
    }

    private static void AssertBare(string message)
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

    private AlgoOrderClient ClientWith(PrimaryHandlerStub network, params DelegatingHandler[] handlers)
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

    private sealed class UnreachableVault : IRequestSigner
    {
        public int MaxSignatureLength => 64;

        public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
            ValueTask.FromException<int>(new IOException("The key vault cannot be reached."));
    }
}
