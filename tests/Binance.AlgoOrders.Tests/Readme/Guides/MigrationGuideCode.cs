namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to migration.</summary>
public static class MigrationGuideCode
{
    public static async Task OneOrderAsync(AlgoOrderClient client, long algoId, string symbol)
    {
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(algoId) with { Symbol = symbol });
        if (outcome is CancelAlgoOrderOutcome.Triggered { Order.ActualOrderId: { } childId })
        {
            Console.WriteLine($"Cancel the child order {childId} with your general client.");
        }
    }

    public static async Task<bool> AllOrdersAsync(AlgoOrderClient client, string symbol)
    {
        CancelAllAlgoOrdersOutcome cleared = await client.EnsureAllCanceledAsync(symbol);
        return cleared.IsClear;
    }

    public static async Task ExceptionsAsync(AlgoOrderClient client)
    {
        CancelAlgoOrderOutcome outcome = await client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByClientAlgoId("my-stop-1"));
        outcome.EnsureInactive();
    }
}
