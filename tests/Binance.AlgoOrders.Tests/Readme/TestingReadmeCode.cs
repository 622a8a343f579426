using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Readme;

/// <summary>The C# blocks of the readme of Binance.AlgoOrders.Testing, each compiled here exactly as it stands there, and run.</summary>
public static class TestingReadmeCode
{
    public static SimulatedOrder ThreeLines()
    {
        var exchange = new SimulatedExchange();
        SimulatedAccount account = exchange.AddAccount();
        SimulatedOrder stop = account.Place("BTCUSDT", "SELL", "STOP_MARKET", triggerPrice: 58_000m, quantity: 0.010m);
        return stop;
    }

    public static async Task WithClientAsync(Func<ManualTimeProvider, SimulatedExchange, SimulatedAccount, AlgoOrderClient, Task> story)
    {
        var time = new ManualTimeProvider();
        var exchange = new SimulatedExchange(time);
        SimulatedAccount account = exchange.AddAccount();
        using var client = AlgoOrderClient.Create(
            new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey },
            exchange.CreateHandler(),
            time);
        await story(time, exchange, account, client);
    }

    public static AlgoOrderClient FromContainer(IServiceCollection services, ManualTimeProvider time, SimulatedExchange exchange, SimulatedAccount account)
    {
        services.AddSingleton<TimeProvider>(time);
        services
            .AddBinanceAlgoOrders(options => (options.ApiKey, options.SecretKey) = (account.ApiKey, account.SecretKey))
            .ConfigurePrimaryHttpMessageHandler(exchange.CreateHandler);
        return services.BuildServiceProvider().GetRequiredService<AlgoOrderClient>();
    }

    public static async Task TruthAsync(ManualTimeProvider time, SimulatedExchange exchange, SimulatedAccount account, AlgoOrderClient client)
    {
        SimulatedOrder stop = account.Place();

        exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.ExecuteThenDrop);
        exchange.Faults.On(SimulatedOperation.Find).Next(2, Fault.ServiceUnavailable503);

        CancelAlgoOrderOutcome outcome = await time.RunAsync(client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId)));

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
        Assert.Empty(account.LiveOrders);
        Assert.Equal("DELETE /fapi/v1/algoOrder struck by ExecuteThenDrop: 200", exchange.Requests[0].ToString());
        Assert.Single(exchange.Requests, request => request.Operation == SimulatedOperation.Cancel && request.IsExecuted);
    }

    public static async Task MarketAsync(ManualTimeProvider time, SimulatedExchange exchange, SimulatedAccount account, AlgoOrderClient client)
    {
        SimulatedOrder stop = account.Place();

        exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.BeforeExecuting(() => stop.Trigger()));

        CancelAlgoOrderOutcome outcome = await time.RunAsync(client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId)));

        var triggered = Assert.IsType<CancelAlgoOrderOutcome.Triggered>(outcome);
        Assert.Equal(stop.ActualOrderId, triggered.Order.ActualOrderId);
    }

    public static void Lag(SimulatedExchange exchange, SimulatedAccount account)
    {
        exchange.PlacementViewDelays = new SimulatedViewDelays { Query = TimeSpan.FromSeconds(3), List = TimeSpan.Zero };
        exchange.QueryStatusDelay = TimeSpan.FromSeconds(1);
        exchange.EmptyCancelAllErrorCode = -2012;
        SimulatedOrder stop = account.Place();
        Assert.Equal((TimeSpan.FromSeconds(3), TimeSpan.Zero), (stop.QueryableFrom - stop.CreatedAt, stop.ListedFrom - stop.CreatedAt));
    }

    public static void Price(SimulatedExchange exchange, SimulatedAccount account)
    {
        account.SetPosition(new SimulatedPosition("BTCUSDT", "BOTH") { Quantity = 0.010m, EntryPrice = 59_000m });
        exchange.SetPrice("BTCUSDT", last: 60_000m);
        SimulatedOrder stop = account.Place("BTCUSDT", "SELL", "STOP_MARKET", triggerPrice: 58_000m, quantity: 0.010m);

        exchange.SetPrice("BTCUSDT", last: 57_950m);

        Assert.Equal(SimulatedOrderStatus.Finished, stop.Status);
        Assert.Equal(57_950m, stop.Child!.AveragePrice);
        Assert.Equal(0m, account.PositionOf("BTCUSDT").Quantity);
    }

    public static SimulatedExchangeOptions Strict()
    {
        var options = new SimulatedExchangeOptions
        {
            Contracts = [SimulatedContract.BtcUsdt with { MinNotional = 5m }, SimulatedContract.EthUsdt],
            RejectsUnknownParameters = true,
        };
        return options;
    }

    public static void Push(SimulatedExchange exchange, SimulatedAccount account, string listenKey)
    {
        SimulatedWebSocket socket = exchange.ConnectWebSocket($"/private/ws?listenKey={listenKey}&events=ALGO_UPDATE")!;
        exchange.PushFaults.LoseNext();

        account.Place();
        account.Place();

        Assert.Equal(SimulatedWebSocketMessageKind.Text, socket.TryRead()?.Kind);
        Assert.Null(socket.TryRead());
    }

    public static void PushWithoutConnection(SimulatedAccount account)
    {
        account.Place(clientAlgoId: "my-stop");

        RecordedEvent pushed = account.PushedEvents[^1];
        Assert.Equal("ALGO_UPDATE", pushed.Name);
        Assert.Contains("my-stop", pushed.Json, StringComparison.Ordinal);
    }

    public static async Task RejectByPriceAsync(SimulatedExchange exchange, AlgoOrderClient client)
    {
        exchange.SetPrice("BTCUSDT", last: 60_000m);
        var stop = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), triggerPrice: 61_000m);
        BinanceApiException rejection = await Assert.ThrowsAsync<BinanceApiException>(() => client.PlaceAsync(stop));
        Assert.Equal(BinanceErrorCodes.OrderWouldImmediatelyTrigger, rejection.ErrorCode);
    }
}
