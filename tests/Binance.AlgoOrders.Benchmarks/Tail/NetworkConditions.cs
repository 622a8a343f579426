namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Describes a simulated network.</summary>
/// <param name="RoundTrip">The median time from a request to its response, in milliseconds.</param>
/// <param name="StallPercent">The percentage of the requests that get no response.</param>
internal sealed record NetworkConditions(double RoundTrip, double StallPercent)
{
    public override string ToString() => FormattableString.Invariant($"round trip {RoundTrip} ms, {StallPercent} % of the requests stall");
}
