using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to testing, besides those of the readme of Binance.AlgoOrders.Testing.</summary>
public static class TestingGuideCode
{
    public static async Task SimulatedExchangeAsync()
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder stop = account.Place("BTCUSDT", "SELL", "STOP_MARKET", triggerPrice: 58_000m, quantity: 0.010m);
        using var client = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey },
            exchange.CreateHandler());

        exchange.Faults.Next(Fault.ExecuteThenDrop);
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId));

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    public static async Task WithoutWaitingAsync()
    {
        var time = new ManualTimeProvider();
        var exchange = new SimulatedExchange(time);
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder stop = account.Place();
        using var client = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey },
            exchange.CreateHandler(),
            time);

        exchange.Faults.Next(int.MaxValue, Fault.ServiceUnavailable503);
        CancelAlgoOrderOutcome outcome = await time.RunAsync(client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId)));

        Assert.IsType<CancelAlgoOrderOutcome.Unknown>(outcome);
        Assert.True(stop.IsLive);
    }

    public sealed class AlwaysTriggered : AlgoOrderClient
    {
        public override Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(CancelAlgoOrderRequest request, CancellationToken cancellationToken = default)
        {
            var order = new AlgoOrder { AlgoId = 1, Status = AlgoOrderStatus.Triggered };
            return Task.FromResult<CancelAlgoOrderOutcome>(new CancelAlgoOrderOutcome.Triggered(order));
        }
    }
}
