namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// Measures the lower bound. It reads in advance whether a request will stall and then sends the next one at once, so that a cancel takes the round trip
/// of one request with a response.
/// </summary>
internal sealed class LowerBoundClient(SimulatedNetwork network) : ITailClient
{
    private readonly CancelSender _sender = new(network);

    public async Task<Claim> CancelAsync(long algoId)
    {
        using var end = new CancellationTokenSource();
        var stalled = new List<Task>();
        while (network.DeliveryOf(algoId, stalled.Count).IsStalled)
        {
            stalled.Add(_sender.SendAsync(algoId, end.Token));
        }

        await _sender.SendAsync(algoId, CancellationToken.None);
        await end.CancelAsync();
        await Task.WhenAll(stalled).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return Claim.Canceled;
    }

    public void Dispose() => _sender.Dispose();
}
