namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A client in the usual style: a time limit for each attempt, and a retry if it is exceeded. It does not look orders up.</summary>
internal sealed class RetryingClient(SimulatedNetwork network, TimeSpan attemptTimeout) : ITailClient
{
    private const int MaxRetries = 3;

    private readonly CancelSender _sender = new(network);

    public async Task<Claim> CancelAsync(long algoId)
    {
        for (int attempt = 0; attempt <= MaxRetries; attempt++)
        {
            using var limit = new CancellationTokenSource(attemptTimeout);
            try
            {
                await _sender.SendAsync(algoId, limit.Token);
                return Claim.Canceled;
            }
            catch (OperationCanceledException)
            {
                // The next attempt follows at once.
            }
        }

        return Claim.Unknown;
    }

    public void Dispose() => _sender.Dispose();
}
