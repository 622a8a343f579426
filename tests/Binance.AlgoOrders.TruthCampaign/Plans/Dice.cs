namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Generates random numbers by SplitMix64: the same for the same seed and scenario on every runtime, which System.Random does not guarantee.</summary>
internal sealed class Dice(int seed, int scenario)
{
    private ulong _state = ((ulong)(uint)seed << 32) | (uint)scenario;

    public int Below(int limit) => (int)(Next() % (ulong)limit);

    public bool Chance(double probability) => (Next() >> 11) * (1.0 / (1UL << 53)) < probability;

    public T OneOf<T>(params ReadOnlySpan<T> choices) => choices[Below(choices.Length)];

    /// <summary>Returns a duration from the shortest to the longest, in steps of 0.1 ms.</summary>
    public TimeSpan Between(TimeSpan shortest, TimeSpan longest)
    {
        long steps = ((longest - shortest).Ticks / (TimeSpan.TicksPerMillisecond / 10)) + 1;
        return shortest + TimeSpan.FromTicks((long)(Next() % (ulong)steps) * (TimeSpan.TicksPerMillisecond / 10));
    }

    public TimeSpan Seconds(double shortest, double longest) => Between(TimeSpan.FromSeconds(shortest), TimeSpan.FromSeconds(longest));

    private ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }
}
