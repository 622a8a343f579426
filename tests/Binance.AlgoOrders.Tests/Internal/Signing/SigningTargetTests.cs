using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Tests the addresses to which a signed request may be sent after a user's handler changed them.</summary>
public sealed class SigningTargetTests : IDisposable
{
    private readonly PrimaryHandlerStub _network = new();
    private ServiceProvider? _provider;

    [Fact]
    public async Task A_query_that_a_handler_adds_is_rejected_before_the_request_is_sent() => await AssertNotSentAsync(address => new Uri(address + "?more=1"));

    [Theory]
    [InlineData("http://fapi.binance.com/fapi/v1/algoOrder")]
    [InlineData("http://loopback/fapi/v1/algoOrder")]
    [InlineData("http://localhost./fapi/v1/algoOrder")]
    [InlineData("ftp://localhost/fapi/v1/algoOrder")]
    [InlineData("/fapi/v1/algoOrder")]
    public async Task An_address_without_https_beyond_loopback_is_rejected_before_the_request_is_sent(string target) => await AssertNotSentAsync(_ => new Uri(target, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("http://localhost/fapi/v1/algoOrder")]
    [InlineData("http://127.0.0.1/fapi/v1/algoOrder")]
    [InlineData("https://example.com/fapi/v1/algoOrder")]
    public async Task A_handler_may_redirect_a_request_to_loopback_or_to_another_https_host(string target)
    {
        await CancelAsync(_ => new Uri(target));
        Assert.StartsWith(target, Assert.Single(_network.Sent).Address.OriginalString, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _network.Dispose();
    }

    private async Task AssertNotSentAsync(Func<Uri, Uri> rewrite)
    {
        var exception = await Assert.ThrowsAsync<AlgoOrderTransportException>(() => CancelAsync(rewrite));
        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
        Assert.Empty(_network.Sent);
    }

    private Task<CancelAlgoOrderResult> CancelAsync(Func<Uri, Uri> rewrite)
    {
        var services = new ServiceCollection();
        services.AddBinanceAlgoOrders(TestAccount.Configure)
            .ConfigurePrimaryHttpMessageHandler(() => _network)
            .AddHttpMessageHandler(() => new UsersHandlers.Redirecting(rewrite));
        _provider = services.BuildServiceProvider();
        var request = CancelAlgoOrderRequest.ByAlgoId(2146760);
        return _provider.GetRequiredService<AlgoOrderClient>().CancelAsync(request, TestContext.Current.CancellationToken);
    }
}
