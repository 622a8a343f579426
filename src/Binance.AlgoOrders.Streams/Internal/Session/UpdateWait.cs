using Binance.AlgoOrders.Streams.Internal.Delivery;
using Binance.AlgoOrders.Streams.Internal.Diagnostics;
using Binance.AlgoOrders.Streams.Internal.Ordering;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>Waits for an update of one order.</summary>
internal sealed class UpdateWait(AlgoOrderClient client, UpdateHub hub, StreamTelemetry telemetry, TimeProvider timeProvider)
{
    // More than one order has, unless its child has very many fills, of which the sums are enough.
    private const int Capacity = 100;

    public async Task<AlgoOrderUpdate> RunAsync(AlgoOrderId id, Func<AlgoOrderUpdate, bool> predicate, CancellationToken cancellationToken)
    {
        using var buffer = new UpdateBuffer(Capacity, update => id.Matches(update.Order), telemetry.RecordMerged, timeProvider);
        bool isKnown = hub.Subscribe(buffer, id);
        try
        {
            if (!isKnown)
            {
                await LookUpAsync(id, cancellationToken).ConfigureAwait(false);
            }

            await foreach (AlgoOrderUpdate update in buffer.ReadAllAsync(cancellationToken).ConfigureAwait(false))
            {
                if (predicate(update))
                {
                    return update;
                }
            }
        }
        finally
        {
            hub.Unsubscribe(buffer);
        }

        throw new ObjectDisposedException("AlgoOrderStream", "The stream was disposed before the update arrived.");
    }

    private async Task LookUpAsync(AlgoOrderId id, CancellationToken cancellationToken)
    {
        try
        {
            if (await client.FindAsync(id, cancellationToken).ConfigureAwait(false) is { } order)
            {
                hub.Apply(order);
            }
        }
        catch (AlgoOrderException failure)
        {
            // The event may arrive all the same.
            telemetry.RecordLookupFailed(failure);
        }
    }
}
