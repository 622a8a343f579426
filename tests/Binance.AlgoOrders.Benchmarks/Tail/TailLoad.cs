using System.Collections.Concurrent;
using System.Diagnostics;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Cancels many orders, each once, through a simulated network, and compares every claim with the true state of its order.</summary>
/// <param name="waits">The waits of the network.</param>
/// <param name="cancels">The number of measured cancels.</param>
/// <param name="concurrency">The number of cancels at once.</param>
/// <param name="seed">The seed of the network. The same seed draws the same latencies and stalls.</param>
internal sealed class TailLoad(WaitQueue waits, int cancels, int concurrency, int seed)
{
    private const int WarmUpCancels = 300;

    // No latency is ten times the median, and a request is executed at half of its latency.
    private const int RoundTripsOfLatestExecution = 5;

    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(2);

    // Short, so that the many stalls of the preparation do not take long.
    private static readonly TimeSpan AttemptTimeoutOfPreparation = TimeSpan.FromMilliseconds(100);
    private static readonly NetworkConditions Preparation = new(RoundTrip: 2, StallPercent: 30);

    /// <summary>Compiles the code of all variants, also the code that only runs after a stall.</summary>
    public async Task PrepareAsync()
    {
        foreach (TailVariant variant in TailVariant.All)
        {
            await RunAsync(variant, Preparation, AttemptTimeoutOfPreparation, WarmUpCancels);
        }
    }

    public Task<TailFigures> MeasureAsync(TailVariant variant, NetworkConditions conditions) => RunAsync(variant, conditions, AttemptTimeout, cancels);

    private async Task<TailFigures> RunAsync(TailVariant variant, NetworkConditions conditions, TimeSpan attemptTimeout, int count)
    {
        var exchange = new SimulatedExchange { WeightLimit = int.MaxValue };
        SimulatedAccount account = exchange.AddAccount(Account.ApiKey, Account.SecretKey);
        using var network = new SimulatedNetwork(exchange, waits, seed);
        using ITailClient client = variant.Create(network, attemptTimeout);

        network.Set(conditions with { StallPercent = 0 });
        await CancelAsync(client, Place(account, WarmUpCancels));

        SimulatedOrder[] orders = Place(account, count);
        network.Set(conditions);
        GC.Collect();
        IReadOnlyCollection<Result> results = await CancelAsync(client, orders);
        double requests = network.Requests;

        // A request that is still on its way may make a claim false.
        await Task.Delay(TimeSpan.FromMilliseconds(RoundTripsOfLatestExecution * conditions.RoundTrip));
        return new TailFigures(
            variant.Name,
            [.. results.Select(result => result.Elapsed.TotalMilliseconds).Order()],
            requests / count,
            results.Count(result => result.Claim == Claim.Unknown),
            results.Count(result => !result.IsTrue || !IsTrue(result.Claim, result.Order)),
            network.Delays.Order().ToArray().Percentile(99));
    }

    private static SimulatedOrder[] Place(SimulatedAccount account, int count) => [.. Enumerable.Range(0, count).Select(_ => account.Place())];

    private async Task<IReadOnlyCollection<Result>> CancelAsync(ITailClient client, SimulatedOrder[] orders)
    {
        var results = new ConcurrentQueue<Result>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = concurrency };
        await Parallel.ForEachAsync(orders, parallel, async (order, _) =>
        {
            long start = Stopwatch.GetTimestamp();
            Claim claim = await client.CancelAsync(order.AlgoId);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            results.Enqueue(new Result(order, claim, elapsed, IsTrue(claim, order)));
        });
        return results;
    }

    private static bool IsTrue(Claim claim, SimulatedOrder order) => claim switch
    {
        Claim.Unknown => true,
        Claim.Canceled => order.Status == SimulatedOrderStatus.Canceled,
        Claim.StillOpen => order.Status == SimulatedOrderStatus.New,
        _ => false,
    };

    // A claim must be true when it is made and stay true.
    private sealed record Result(SimulatedOrder Order, Claim Claim, TimeSpan Elapsed, bool IsTrue);
}
