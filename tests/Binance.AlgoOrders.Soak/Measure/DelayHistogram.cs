namespace Binance.AlgoOrders.Soak;

/// <summary>Counts delays in steps of a tenth of a millisecond. Its size is constant, because growth would look like a leak.</summary>
internal sealed class DelayHistogram
{
    private const int PerMillisecond = 10;

    // The last bucket holds all delays from 10 s on.
    private readonly int[] _buckets = new int[(10_000 * PerMillisecond) + 1];

    public int Count { get; private set; }

    public double LongestMilliseconds { get; private set; }

    public void Add(TimeSpan delay)
    {
        Count++;
        LongestMilliseconds = Math.Max(LongestMilliseconds, delay.TotalMilliseconds);
        _buckets[Math.Min((int)(delay.TotalMilliseconds * PerMillisecond), _buckets.Length - 1)]++;
    }

    /// <summary>Gets the delay that a share of all delays did not exceed, in milliseconds and rounded up, or 0 if there is none.</summary>
    public double Percentile(double share)
    {
        long wanted = (long)Math.Ceiling(Count * share);
        long counted = 0;
        for (int bucket = 0; bucket < _buckets.Length && wanted > 0; bucket++)
        {
            counted += _buckets[bucket];
            if (counted >= wanted)
            {
                return (bucket + 1.0) / PerMillisecond;
            }
        }

        return 0;
    }
}
