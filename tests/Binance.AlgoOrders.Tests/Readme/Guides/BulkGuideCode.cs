namespace Binance.AlgoOrders.Tests.Readme.Guides;

/// <summary>The C# blocks of the guide to many orders at once.</summary>
public static class BulkGuideCode
{
    public static async Task<bool> CancelAllAsync(AlgoOrderClient client)
    {
        CancelAllAlgoOrdersOutcome cleared = await client.EnsureAllCanceledAsync("BTCUSDT");
        Console.WriteLine($"clear: {cleared.IsClear}");
        foreach (CancelAllOrderResult order in cleared.Triggered)
        {
            Console.WriteLine($"{order.Id} triggered first. Its child order may be live, filled or canceled");
        }

        foreach (CancelAllOrderResult order in cleared.Survivors)
        {
            Console.WriteLine($"{order.Id} may still be live");
        }

        return cleared.IsClear;
    }

    public static async Task CancelManyAsync(AlgoOrderClient client, IEnumerable<AlgoOrderId> ids)
    {
        var options = new CancelManyOptions
        {
            MaxConcurrency = 16,
            Symbol = "BTCUSDT",
            Progress = new Progress<CancelManyProgress>(progress => Console.WriteLine($"{progress.Completed} done, {progress.Inactive} of them inactive")),
        };

        await foreach (CancelManyResult result in client.CancelManyAsync(ids, options))
        {
            string state = result.Outcome?.ToString() ?? result.Error!.Message;
            Console.WriteLine($"{result.Id}: {state}");
        }
    }
}
