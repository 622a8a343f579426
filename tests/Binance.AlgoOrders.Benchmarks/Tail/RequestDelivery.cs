namespace Binance.AlgoOrders.Benchmarks;

/// <summary>
/// The delivery of a request on the simulated network. It depends only on the seed, the order and the number of earlier requests for
/// that order, so that every variant meets the same conditions, whatever the scheduling is.
/// </summary>
/// <param name="Latency">The time from the request to its response. The request is executed at half of it.</param>
/// <param name="IsStalled">True if the request gets no response.</param>
/// <param name="IsExecuted">True if the request reaches the exchange.</param>
internal readonly record struct RequestDelivery(TimeSpan Latency, bool IsStalled, bool IsExecuted)
{
    // Of a lognormal distribution with a median of 8 ms and a 99th percentile of 18 ms. The divisor is that percentile of the normal distribution.
    private static readonly double Spread = Math.Log(18.0 / 8.0) / 2.3263;

    public static RequestDelivery Draw(NetworkConditions conditions, int seed, long order, int ordinal)
    {
        var random = new Sequence(Mix((ulong)seed) ^ Mix((ulong)order) ^ Mix(~(ulong)ordinal));
        double normal = Math.Sqrt(-2 * Math.Log(1 - random.Next())) * Math.Cos(2 * Math.PI * random.Next());
        bool isStalled = random.Next() * 100 < conditions.StallPercent;
        bool isExecuted = !isStalled || random.Next() < 0.5;
        return new RequestDelivery(TimeSpan.FromMilliseconds(conditions.RoundTrip * Math.Exp(Spread * normal)), isStalled, isExecuted);
    }

    // SplitMix64, whose numbers are the same on every runtime.
    private static ulong Mix(ulong value)
    {
        ulong mixed = unchecked((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }

    private struct Sequence(ulong state)
    {
        private ulong _state = state;

        /// <summary>Returns a number of at least 0 and less than 1.</summary>
        public double Next()
        {
            _state = unchecked(_state + 0x9E3779B97F4A7C15);
            return (Mix(_state) >> 11) * (1.0 / (1UL << 53));
        }
    }
}
