namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A figure of the product and its upper bound.</summary>
internal sealed record TailBound(string Name, double Value, double Most)
{
    /// <summary>With fewer cancels, percentiles and averages depend on single requests, and only false claims are checked.</summary>
    public const int LeastCancels = 1000;

    // The round trip that the bounds are stated for. They grow with the round trip.
    private const double StatedRoundTrip = 8;
    private const double MedianRatio = 1.1;

    public bool IsKept => Value <= Most;

    /// <summary>Returns the bounds that hold for every run.</summary>
    public static TailBound OfClaims(TailFigures product) => new($"false claims, {product.Name}", product.FalseClaims, 0);

    /// <summary>Returns the bounds of times and requests under the conditions.</summary>
    public static IReadOnlyList<TailBound> OfTimes(NetworkConditions conditions, TailFigures hedging, TailFigures notHedging)
    {
        double scale = conditions.RoundTrip / StatedRoundTrip;
        return conditions.StallPercent switch
        {
            0 => [Requests(hedging, 1.03), new("p50 ms", hedging.P50, MedianRatio * notHedging.P50)],
            1.5 => [Slowest(hedging, 100 * scale), Requests(hedging, 1.08)],
            7 => [Slowest(hedging, 250 * scale)],
            20 => [Slowest(hedging, 1000 * scale), new("Unknown", hedging.Unknown, 0)],
            _ => [],
        };
    }

    private static TailBound Slowest(TailFigures product, double most) => new("p99.9 ms", product.P999, most);

    private static TailBound Requests(TailFigures product, double most) => new("requests per cancel", product.RequestsPerCancel, most);
}
