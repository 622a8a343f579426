using System.Net;
using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Tests primary handlers that consist of several handlers. Requests are signed below the innermost of them.</summary>
public sealed class PrimaryHandlerChainTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);
    private readonly ManualTimeProvider _time = new(GoldenExchange.Now);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_copy_of_a_handler_inside_the_primary_handler_is_stamped_and_signed(bool inContainer)
    {
        var responses = new Queue<HttpStatusCode>([HttpStatusCode.BadGateway, HttpStatusCode.BadGateway, HttpStatusCode.OK]);
        using var network = new PrimaryHandlerStub(() => PrimaryHandlerStub.Json(responses.Dequeue(), PrimaryHandlerStub.Acknowledgement));
        HttpMessageHandler chain = UsersHandlers.Around(
            network, new UsersHandlers.Observing(), new UsersHandlers.Retrying(3, () => _time.Advance(TimeSpan.FromMilliseconds(10))));
        await using ServiceProvider? provider = inContainer ? CreateProvider(() => chain) : null;
        AlgoOrderClient client = provider?.GetRequiredService<AlgoOrderClient>() ?? AlgoOrderClient.Create(TestAccount.Options(), chain, _time);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["1591702613943", "1591702613953", "1591702613963"],
            network.Sent.Select(sent => sent.Parameter("timestamp")));
        Assert.All(network.Sent, sent => Assert.Equal(ExpectedSignature(sent.Query), sent.Parameter("signature")));
    }

    [Fact]
    public async Task A_handler_inside_the_primary_handler_gets_only_the_path()
    {
        using var network = new PrimaryHandlerStub();
        var observer = new UsersHandlers.Observing();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), UsersHandlers.Around(network, observer), _time);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(2, observer.Messages.Count);
        Assert.All(observer.Messages, message => Assert.DoesNotContain('?', message));
        Assert.All(observer.Messages, message => Assert.DoesNotContain("X-MBX-APIKEY", message, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_handler_without_an_inner_handler_is_the_sender()
    {
        using var sender = new RespondingDelegatingHandler();
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), sender, _time);

        await client.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Contains("signature=", sender.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_chain_that_has_sent_a_request_is_rejected()
    {
        using HttpMessageHandler chain = UsersHandlers.Around(new PrimaryHandlerStub(), new UsersHandlers.Observing());
        using var other = new HttpClient(chain);
        using HttpResponseMessage response = await other.GetAsync(new Uri("https://example.test/"), TestContext.Current.CancellationToken);

        var failure = Assert.Throws<InvalidOperationException>(() => AlgoOrderClient.Create(TestAccount.Options(), chain, _time));

        Assert.Contains("must not have sent a request before", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chain_of_another_client_is_rejected()
    {
        using HttpMessageHandler chain = UsersHandlers.Around(new PrimaryHandlerStub(), new UsersHandlers.Observing());
        using AlgoOrderClient first = AlgoOrderClient.Create(TestAccount.Options(), chain, _time);

        var failure = Assert.Throws<InvalidOperationException>(() => AlgoOrderClient.Create(TestAccount.Options(), chain, _time));

        Assert.Contains("belongs to another client", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Accounts_of_a_container_cannot_share_a_chain()
    {
        using HttpMessageHandler chain = UsersHandlers.Around(new PrimaryHandlerStub(), new UsersHandlers.Observing());
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders("first", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => chain);
        services.AddBinanceAlgoOrders("second", TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => chain);
        await using ServiceProvider provider = services.BuildServiceProvider();
        provider.GetRequiredKeyedService<AlgoOrderClient>("first");

        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<AlgoOrderClient>("second"));
    }

    [Fact]
    public async Task Clients_can_share_a_sender()
    {
        using var network = new PrimaryHandlerStub();
        using AlgoOrderClient first = AlgoOrderClient.Create(TestAccount.Options(), network, _time);
        using AlgoOrderClient second = AlgoOrderClient.Create(TestAccount.Options(), network, _time);

        await first.CancelAsync(Request, TestContext.Current.CancellationToken);
        await second.CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Equal(2, network.Sent.Count);
    }

    [Fact]
    public async Task A_chain_is_wrapped_once_when_the_client_is_registered_twice()
    {
        using var network = new PrimaryHandlerStub();
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(TestAccount.Configure);
        services.AddBinanceAlgoOrders(TestAccount.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => UsersHandlers.Around(network, new UsersHandlers.Observing()));
        await using ServiceProvider provider = services.BuildServiceProvider();

        await provider.GetRequiredService<AlgoOrderClient>().CancelAsync(Request, TestContext.Current.CancellationToken);

        Assert.Single(network.Sent[0].Query.Split('&'), parameter => parameter.StartsWith("signature=", StringComparison.Ordinal));
    }

    private static string ExpectedSignature(string query)
    {
        string payload = query[..query.IndexOf("&signature=", StringComparison.Ordinal)];
        return Convert.ToHexString(HMACSHA256.HashData(Encoding.UTF8.GetBytes(GoldenExchange.SecretKey), Encoding.UTF8.GetBytes(payload))).ToLowerInvariant();
    }

    private ServiceProvider CreateProvider(Func<HttpMessageHandler> primaryHandler)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(_time);
        services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(primaryHandler);
        return services.BuildServiceProvider();
    }

    private sealed class RespondingDelegatingHandler : DelegatingHandler
    {
        public string Query { get; private set; } = "";

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Query = request.RequestUri!.Query;
            return Task.FromResult(PrimaryHandlerStub.Json(HttpStatusCode.OK, PrimaryHandlerStub.Acknowledgement));
        }
    }
}
