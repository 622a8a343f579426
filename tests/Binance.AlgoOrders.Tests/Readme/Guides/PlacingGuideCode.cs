namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to placing an order.</summary>
public static class PlacingGuideCode
{
    public static async Task PlaceAsync(AlgoOrderClient client)
    {
        AlgoOrder stop = await client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, triggerPrice: 58_000m));
        Console.WriteLine(stop.AlgoId);
    }

    public static IReadOnlyList<NewAlgoOrder> Kinds()
    {
        NewAlgoOrder[] orders =
        [
            new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.010m), triggerPrice: 58_000m) { WorkingType = WorkingType.MarkPrice },
            new NewAlgoOrder.TakeProfitMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, triggerPrice: 72_000m),
            new NewAlgoOrder.Stop("BTCUSDT", OrderSide.Sell, 0.010m, triggerPrice: 58_000m, LimitPrice.At(57_900m)),
            new NewAlgoOrder.TakeProfit("BTCUSDT", OrderSide.Sell, 0.010m, triggerPrice: 72_000m, LimitPrice.Matching(PriceMatch.Queue))
            {
                TimeInForce = OrderTimeInForce.PostOnly,
            },
            new NewAlgoOrder.TrailingStopMarket("BTCUSDT", OrderSide.Sell, 0.010m, callbackRate: 1.5m) { ActivatePrice = 65_000m },
        ];
        return orders;
    }

    public static async Task PlaceWithIdAsync(AlgoOrderClient client)
    {
        var order = new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.ClosePosition, triggerPrice: 58_000m)
        {
            ClientAlgoId = $"bot-{Guid.NewGuid():N}",
            Timeout = TimeSpan.FromSeconds(15),
        };

        try
        {
            await client.PlaceAsync(order);
        }
        catch (AlgoOrderException failure) when (failure.Execution == ExecutionStatus.Unknown)
        {
            // It may be live, so it is canceled before another one is placed.
            await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId(order.ClientAlgoId) with { Symbol = order.Symbol });
        }
    }

    public static async Task ReadAsync(AlgoOrderClient client, long algoId)
    {
        AlgoOrder? found = await client.FindAsync(AlgoOrderId.FromAlgoId(algoId));
        IReadOnlyList<AlgoOrder> open = await client.ListOpenAsync("BTCUSDT", TimeSpan.FromSeconds(3));
        await foreach (AlgoOrder past in client.ListHistoryAsync(new AlgoOrderHistoryQuery("BTCUSDT") { From = DateTimeOffset.UtcNow.AddDays(-30) }))
        {
            Console.WriteLine($"{past.AlgoId} {past.Status}");
        }

        Console.WriteLine($"{found?.AlgoId}, {open.Count} open");
    }
}
