namespace Binance.AlgoOrders.Soak;

/// <summary>Delays, counted in tenths of a millisecond: its size does not grow with what it counts, which would look like a leak.</summary>
internal sealed class DelayHistogram
{
    private const int PerMillisecond = 10;

    // The last one holds all from 10 s on.
    private readonly int[] _buckets = new int[(10_000 * PerMillisecond) + 1];

    public int Count { get; private set; }

    public double LongestMilliseconds { get; private set; }

    public void Add(TimeSpan delay)
    {
        Count++;
        LongestMilliseconds = Math.Max(LongestMilliseconds, delay.TotalMilliseconds);
        _buckets[Math.Min((int)(delay.TotalMilliseconds * PerMillisecond), _buckets.Length - 1)]++;
    }

    /// <summary>The delay, in milliseconds and rounded up, that this share of them did not exceed; zero: there is none.</summary>
    public double Percentile(double share)
    {
        long wanted = (long)Math.Ceiling(Count * share);
        long seen = 0;
        for (int bucket = 0; bucket < _buckets.Length && wanted > 0; bucket++)
        {
            seen += _buckets[bucket];
            if (seen >= wanted)
            {
                return (bucket + 1.0) / PerMillisecond;
            }
        }

        return 0;
    }
}
