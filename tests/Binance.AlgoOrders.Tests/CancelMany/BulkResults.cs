using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.CancelMany;

/// <summary>Runs a bulk operation to its end and collects its results.</summary>
internal static class BulkResults
{
    public static AlgoOrderId Id(this SimulatedOrder order) => AlgoOrderId.FromAlgoId(order.AlgoId);

    /// <summary>Places orders.</summary>
    public static SimulatedOrder[] PlaceMany(this SimulatedAccount account, int count) => [.. Enumerable.Range(0, count).Select(_ => account.Place())];

    public static Task<List<CancelManyResult>> CancelManyAsync(this TestVenue venue, IEnumerable<AlgoOrderId> ids, CancelManyOptions? options = null) =>
        venue.Time.RunAsync(venue.Client.CancelManyAsync(ids, options, TestContext.Current.CancellationToken).CollectAsync([]));

    /// <summary>Adds the results to a list, which keeps them if the operation throws.</summary>
    public static async Task<List<CancelManyResult>> CollectAsync(this IAsyncEnumerable<CancelManyResult> results, List<CancelManyResult> list)
    {
        await foreach (CancelManyResult result in results)
        {
            list.Add(result);
        }

        return list;
    }
}

/// <summary>Reports the progress on the thread of the operation.</summary>
internal sealed class ImmediateProgress(Action<CancelManyProgress> report) : IProgress<CancelManyProgress>
{
    public void Report(CancelManyProgress value) => report(value);
}
