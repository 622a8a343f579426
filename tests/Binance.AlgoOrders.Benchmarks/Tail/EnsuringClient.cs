namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Measures the product.</summary>
internal sealed class EnsuringClient(SimulatedNetwork network, TimeSpan attemptTimeout, Action<AlgoOrderClientOptions> configure) : ITailClient
{
    // The client's own budget must not delay a cancel.
    private const int WeightLimit = 1_000_000;

    private readonly AlgoOrderClient _client = ProductClient.Create(network.ToVenue(), options =>
    {
        options.AttemptTimeout = attemptTimeout;
        options.WeightLimit = WeightLimit;
        configure(options);
    });

    public static void WithoutHedging(AlgoOrderClientOptions options) => options.HedgeAfter = Timeout.InfiniteTimeSpan;

    public async Task<Claim> CancelAsync(long algoId)
    {
        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByAlgoId(algoId) with { Symbol = "BTCUSDT" };
        return await _client.EnsureCanceledAsync(request) switch
        {
            CancelAlgoOrderOutcome.Canceled => Claim.Canceled,
            CancelAlgoOrderOutcome.StillOpen => Claim.StillOpen,
            CancelAlgoOrderOutcome.Unknown => Claim.Unknown,
            _ => Claim.Other,
        };
    }

    public void Dispose() => _client.Dispose();
}
