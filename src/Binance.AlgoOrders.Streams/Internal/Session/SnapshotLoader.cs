using Binance.AlgoOrders.Streams.Internal.Delivery;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>
/// Reads the open orders, and queries the orders that were open before and are not among them. The open list is immediate, and a query may lag, so that an
/// order that neither has is not claimed to have ended.
/// </summary>
internal sealed class SnapshotLoader(AlgoOrderClient client, UpdateHub hub, TimeProvider timeProvider)
{
    /// <summary>Loads a snapshot and applies it.</summary>
    /// <param name="grace">The time for which events that belong to the changes in the snapshot may still arrive first.</param>
    /// <param name="cancellationToken">Cancels the snapshot.</param>
    /// <returns>True if it had a change that no event had reported.</returns>
    public async Task<bool> LoadAsync(TimeSpan grace, CancellationToken cancellationToken)
    {
        IReadOnlySet<long> openBefore = hub.OpenIds;
        List<AlgoOrder> orders = [.. await ListOpenAsync(cancellationToken).ConfigureAwait(false)];
        List<long> absent = [];
        foreach (long algoId in openBefore.Except(orders.Select(static order => order.AlgoId)).ToArray())
        {
            if (await client.FindAsync(AlgoOrderId.FromAlgoId(algoId), cancellationToken).ConfigureAwait(false) is { } order)
            {
                orders.Add(order);
            }
            else
            {
                absent.Add(algoId);
            }
        }

        if (grace > TimeSpan.Zero)
        {
            await Task.Delay(grace, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        // Every order is applied, also after the first change.
        int changes = orders.Count(hub.Apply);
        absent.ForEach(hub.ApplyAbsence);
        return changes > 0;
    }

    private async Task<IReadOnlyList<AlgoOrder>> ListOpenAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListOpenAsync(symbol: null, cancellationToken).ConfigureAwait(false);
        }
        catch (UnreadableAlgoOrdersException partial)
        {
            // The others are queried one by one.
            return partial.Orders;
        }
    }
}
