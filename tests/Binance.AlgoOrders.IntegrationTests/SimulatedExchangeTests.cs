using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests;

/// <summary>Tests a client from the container over real HTTP against the simulated exchange.</summary>
public class SimulatedExchangeTests
{
    [Fact]
    public async Task An_order_is_canceled_by_its_algoId()
    {
        await using var venue = await Venue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place();

        CancelAlgoOrderResult result = await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken);

        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
        Assert.Equal(new CancelAlgoOrderResult { AlgoId = stop.AlgoId, ClientAlgoId = stop.ClientAlgoId, Code = "200", Message = "success" }, result);
    }

    [Theory]
    [InlineData("stop-1")]
    [InlineData("a b&algoId=1")]
    [InlineData("１２３")]
    [InlineData("a/b:c")]
    [InlineData("100%+~'\"<>\\^`{|}#?;=@!$()*,[]")]
    public async Task An_order_is_canceled_by_its_clientAlgoId_with_any_characters(string clientAlgoId)
    {
        await using var venue = await Venue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place(clientAlgoId: clientAlgoId);

        await venue.Client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId(clientAlgoId), TestContext.Current.CancellationToken);

        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    [Fact]
    public async Task A_canceled_order_is_not_found()
    {
        await using var venue = await Venue.OpenAsync();
        SimulatedOrder stop = venue.Account.Place();
        stop.Cancel();

        var exception = await Assert.ThrowsAsync<AlgoOrderNotFoundException>(
            () => venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));

        Assert.Equal(ExecutionStatus.NotExecuted, exception.Execution);
    }

    [Fact]
    public async Task A_wrong_secret_is_rejected_and_the_order_stays_open()
    {
        await using var venue = await Venue.OpenAsync(secretKey: "not-the-secret-of-this-account");
        SimulatedOrder stop = venue.Account.Place();

        var exception = await Assert.ThrowsAsync<BinanceApiException>(
            () => venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), TestContext.Current.CancellationToken));

        Assert.Equal(BinanceErrorCodes.InvalidSignature, exception.ErrorCode);
        Assert.Equal(SimulatedOrderStatus.New, stop.Status);
    }

    private sealed class Venue : IAsyncDisposable
    {
        private readonly SimulatedExchangeServer _server;
        private readonly ServiceProvider _services;

        private Venue(SimulatedAccount account, SimulatedExchangeServer server, string secretKey)
        {
            Account = account;
            _server = server;
            var services = new ServiceCollection();
            services.AddBinanceAlgoOrders(options =>
            {
                options.ApiKey = account.ApiKey;
                options.SecretKey = secretKey;
                options.BaseAddress = server.BaseAddress;
            });
            _services = services.BuildServiceProvider();
        }

        public SimulatedAccount Account { get; }

        public AlgoOrderClient Client => _services.GetRequiredService<AlgoOrderClient>();

        public static async Task<Venue> OpenAsync(string? secretKey = null)
        {
            var exchange = new SimulatedExchange();
            SimulatedAccount account = exchange.AddAccount();
            return new Venue(account, await SimulatedExchangeServer.StartAsync(exchange), secretKey ?? account.SecretKey);
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await _server.DisposeAsync();
        }
    }
}
