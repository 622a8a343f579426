using System.Collections.Concurrent;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>Made-up secrets to search for: a key, a secret, and every signature. They are unlike any other text in the process.</summary>
internal sealed class Canaries
{
    // The shortest part of a secret that counts as a leak.
    private const int MinPartLength = 8;

    // An HMAC signature is hex, in which eight equal characters occur by chance.
    private const int MinHexPartLength = 16;

    private readonly ConcurrentDictionary<ulong, byte> _parts = new();
    private readonly ConcurrentDictionary<(ulong, ulong), byte> _hexParts = new();

    // A filter that excludes most characters with one lookup.
    private readonly bool[] _mayBePart = new bool[1 << 16];

    public Canaries()
    {
        AddKey(ApiKey);
        AddKey(SecretKey);
        AddKey(Signature);
    }

    // Contains characters that are percent-encoded.
    public string ApiKey { get; } = "Qx5Nf8Jw1qZ7x+W2vJ9u/T4sH6rG8pF1oE3nD5mC7lB9kA2jZ4iY6hX8gW0fV2L=";

    public string SecretKey { get; } = "Pz6Kd4Gs2MvY1yU3tI5rO7eP9wA2qS4dF6gH8jK0lZ+XcV/bN4mQ6wE8rT0yU2iP";

    /// <summary>The signature of an account with its own signer, in Base64 before percent-encoding.</summary>
    public string Signature { get; } = "Xq7BvT3mZ9LkWdR+2Ws4Ed6Rf8Tg0Yh/1Uj3Ik5Ol7Pq9Az0Sx2Dc4Fv6Gb8HQ==";

    public void AddKey(string key) => Scan(key, MinPartLength, (_, last) =>
    {
        _parts[last] = 0;
        _mayBePart[IndexOf(last)] = true;
        return false;
    });

    public void AddHexSignature(string signature) => Scan(signature, MinHexPartLength, (first, last) =>
    {
        _hexParts[(first, last)] = 0;
        _mayBePart[IndexOf(last)] = true;
        return false;
    });

    /// <summary>Returns true if a text contains a part of a secret in any case, plain or percent-encoded.</summary>
    public bool IsIn(string text) => ContainsPart(text) || (text.Contains('%', StringComparison.Ordinal) && ContainsPart(Uri.UnescapeDataString(text)));

    private bool ContainsPart(string text) => Scan(text, MinPartLength, (first, last) =>
        _mayBePart[IndexOf(last)] && (_parts.ContainsKey(last) || _hexParts.ContainsKey((first, last))));

    // Eight ASCII characters form one number. The scan keeps the last eight and the eight before them.
    private static bool Scan(string text, int shortest, Func<ulong, ulong, bool> isFound)
    {
        (ulong first, ulong last) = (0, 0);
        int run = 0;
        foreach (char character in text)
        {
            run = character < 128 ? run + 1 : 0;
            first = (first << 8) | (last >> 56);
            last = (last << 8) | (byte)char.ToUpperInvariant(character);
            if (run >= shortest && isFound(first, last))
            {
                return true;
            }
        }

        return false;
    }

    private static int IndexOf(ulong part) => (int)(unchecked(part * 0x9E3779B97F4A7C15) >> 48);
}
