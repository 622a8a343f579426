using Binance.AlgoOrders.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

/// <summary>Where a signed request may go, whatever a user's handler makes of its address.</summary>
public sealed class SigningTargetTests : IDisposable
{
    private readonly PrimaryHandlerStub _network = new();
    private ServiceProvider? _provider;

    [Fact]
    public async Task A_query_that_a_handler_adds_is_refused_before_anything_is_sent() => await AssertNeverSentAsync(address => new Uri(address + "?more=1"));

    [Theory]
    [InlineData("http://fapi.binance.com/fapi/v1/algoOrder")]
    [InlineData("ftp://localhost/fapi/v1/algoOrder")]
    [InlineData("/fapi/v1/algoOrder")]
    public async Task A_handler_cannot_make_a_key_leave_in_the_clear(string target) => await AssertNeverSentAsync(_ => new Uri(target, UriKind.RelativeOrAbsolute));

    [Theory]
    [InlineData("http://localhost/fapi/v1/algoOrder")]
    [InlineData("http://127.0.0.1/fapi/v1/algoOrder")]
    [InlineData("https://example.com/fapi/v1/algoOrder")]
    public async Task A_handler_may_send_it_to_loopback_or_elsewhere_by_https(string target)
    {
        await CancelAsync(_ => new Uri(target));
        Assert.StartsWith(target, Assert.Single(_network.Sent).Address.OriginalString, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _provider?.Dispose();
        _network.Dispose();
    }

    private async Task AssertNeverSentAsync(Func<Uri, Uri> rewrite)
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
