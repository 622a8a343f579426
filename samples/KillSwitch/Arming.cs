namespace Binance.AlgoOrders.Samples;

/// <summary>Finds out before the switch is needed whether it can cancel, and lists the orders. Changes nothing.</summary>
internal sealed class Arming(AlgoOrderClient client, KillSwitchSettings settings, KillSwitchOutput output)
{
    /// <summary>Returns a cancel for each open order, or throws if the key cannot cancel or list.</summary>
    public async Task<IReadOnlyList<CancelAlgoOrderRequest>> RunAsync(CancellationToken cancellationToken)
    {
        await TestCancelAsync(cancellationToken);
        var cancels = new List<CancelAlgoOrderRequest>();
        foreach (string symbol in settings.Symbols)
        {
            IReadOnlyList<AlgoOrder> open = await client.ListOpenAsync(symbol, cancellationToken);
            cancels.AddRange(open.Select(order => CancelAlgoOrderRequest.For(order) with { Symbol = symbol, Timeout = settings.Deadline }));
            output.WriteLine($"{symbol}: {open.Count} open");
        }

        output.WriteLine("Proven: connection, clock, key, and permission to trade as far as Binance checks it before it looks for an order.");
        output.WriteLine("Not proven: the cancel of an order that exists, and child orders of earlier triggers, which are ordinary orders.");
        return cancels;
    }

    // A list needs only the permission to read. A cancel needs the permission to trade, and an id that was never used cancels nothing.
    private async Task TestCancelAsync(CancellationToken cancellationToken)
    {
        try
        {
            await client.CancelAsync(CancelAlgoOrderRequest.ByClientAlgoId($"ks-{Guid.NewGuid():N}"), cancellationToken);
        }
        catch (AlgoOrderNotFoundException)
        {
            return;
        }

        throw new InvalidOperationException("The test cancel of an id that was never used must not be acknowledged, but was.");
    }
}
