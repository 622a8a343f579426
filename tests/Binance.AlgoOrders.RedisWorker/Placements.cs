using System.Collections.Concurrent;
using System.Diagnostics;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Places the orders of a plan at its pace, without waiting for one before the next.</summary>
internal sealed class Placements(WorkerPlan plan)
{
    private readonly ConcurrentQueue<double> _times = [];
    private readonly ConcurrentQueue<string> _failures = [];

    public IReadOnlyList<double> Times => [.. _times];

    public IReadOnlyList<string> Failures => [.. _failures];

    public async Task RunAsync(AlgoOrderClient client)
    {
        using var timer = new PeriodicTimer(plan.PlaceEvery);
        var orders = new List<Task>();
        while (orders.Count < plan.Placements && await timer.WaitForNextTickAsync())
        {
            orders.Add(PlaceAsync(client, $"new-{plan.Name}-{orders.Count}"));
        }

        await Task.WhenAll(orders);
    }

    private async Task PlaceAsync(AlgoOrderClient client, string id)
    {
        long startedAt = Stopwatch.GetTimestamp();
        try
        {
            await client.PlaceAsync(new NewAlgoOrder.StopMarket("BTCUSDT", OrderSide.Sell, OrderAmount.Of(0.01m), triggerPrice: 50_000m) { ClientAlgoId = id });
            _times.Enqueue(Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds);
        }
        catch (AlgoOrderException failure)
        {
            _failures.Enqueue($"{id}: {failure.Message}");
        }
    }
}
