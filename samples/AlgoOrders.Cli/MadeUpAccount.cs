using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Creates an account on a simulated exchange in this process, with the same orders and ids in every run. One order is triggered and one is canceled.</summary>
internal static class MadeUpAccount
{
    public static AlgoOrderClient Open()
    {
        var exchange = new SimulatedExchange();
        exchange.SetPrice("BTCUSDT", 60_000m);
        exchange.SetPrice("ETHUSDT", 3_300m);
        SimulatedAccount account = exchange.AddAccount();
        PlaceOrders(account);
        var options = new AlgoOrderClientOptions { ApiKey = account.ApiKey, SecretKey = account.SecretKey };
        return AlgoOrderClient.Create(options, exchange.CreateHandler());
    }

    private static void PlaceOrders(SimulatedAccount account)
    {
        account.Place("BTCUSDT", "SELL", "STOP_MARKET", 58_000m, 0.010m, clientAlgoId: "btc-stop");
        account.Place("BTCUSDT", "SELL", "TAKE_PROFIT_MARKET", 72_000m, 0.010m, clientAlgoId: "btc-profit");
        account.Place(new SimulatedOrderTerms { Symbol = "BTCUSDT", Type = "STOP", TriggerPrice = 57_500m, Price = 57_400m, ClientAlgoId = "btc-stop-limit" });
        account.Place(new SimulatedOrderTerms { Symbol = "ETHUSDT", Side = "BUY", ClosePosition = true, Quantity = 0, TriggerPrice = 3_400m, ClientAlgoId = "eth-stop" });
        account.Place(new SimulatedOrderTerms { Symbol = "ETHUSDT", Type = "TRAILING_STOP_MARKET", Quantity = 0.5m, CallbackRate = 1.5m, TriggerPrice = 0, ClientAlgoId = "eth-trailing" });
        account.Place("SOLUSDT", "SELL", "STOP_MARKET", 140m, 5m, clientAlgoId: "sol-triggered").Trigger();
        account.Place("SOLUSDT", "SELL", "STOP_MARKET", 135m, 5m, clientAlgoId: "sol-canceled").Cancel();
    }
}
