namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>SplitMix64. It returns the same numbers for the same seed on every runtime, which System.Random does not guarantee.</summary>
internal sealed class SeededRandom(int seed)
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private ulong _state = unchecked((ulong)seed);

    /// <summary>Returns a number of at least 0 and less than <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>Returns a number of at least 0 and less than 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public string Text(int length) =>
        string.Create(length, this, static (text, random) =>
        {
            for (int i = 0; i < text.Length; i++)
            {
                text[i] = Alphabet[random.Below(Alphabet.Length)];
            }
        });

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
