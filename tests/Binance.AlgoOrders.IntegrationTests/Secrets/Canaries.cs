using System.Collections.Concurrent;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>What must never be seen: a key, a secret, and every signature. Made up, and unlike anything else in the process.</summary>
internal sealed class Canaries
{
    // Whoever sees this many characters in a row has seen a part of a secret.
    private const int ShortestPart = 8;

    // A signature of HMAC is hex: so few characters of it as eight come about by chance.
    private const int ShortestPartOfHex = 16;

    private readonly ConcurrentDictionary<ulong, byte> _parts = new();
    private readonly ConcurrentDictionary<(ulong, ulong), byte> _partsOfHex = new();

    // Most texts hold nothing: one look here tells that of most of their characters.
    private readonly bool[] _mayBeAPart = new bool[1 << 16];

    public Canaries()
    {
        AddKey(ApiKey);
        AddKey(SecretKey);
        AddKey(Signature);
    }

    // With characters that are percent-encoded.
    public string ApiKey { get; } = "Qx5Nf8Jw1qZ7x+W2vJ9u/T4sH6rG8pF1oE3nD5mC7lB9kA2jZ4iY6hX8gW0fV2L=";

    public string SecretKey { get; } = "Pz6Kd4Gs2MvY1yU3tI5rO7eP9wA2qS4dF6gH8jK0lZ+XcV/bN4mQ6wE8rT0yU2iP";

    /// <summary>That of an account which signs by a signer of its own: Base64, not percent-encoded yet.</summary>
    public string Signature { get; } = "Xq7BvT3mZ9LkWdR+2Ws4Ed6Rf8Tg0Yh/1Uj3Ik5Ol7Pq9Az0Sx2Dc4Fv6Gb8HQ==";

    public void AddKey(string key) => Scan(key, ShortestPart, (_, last) =>
    {
        _parts[last] = 0;
        _mayBeAPart[Place(last)] = true;
        return false;
    });

    public void AddHexSignature(string signature) => Scan(signature, ShortestPartOfHex, (first, last) =>
    {
        _partsOfHex[(first, last)] = 0;
        _mayBeAPart[Place(last)] = true;
        return false;
    });

    /// <summary>Whether a text shows a part of a secret, in whatever case, as it is or percent-encoded.</summary>
    public bool IsIn(string text) => Shows(text) || (text.Contains('%', StringComparison.Ordinal) && Shows(Uri.UnescapeDataString(text)));

    private bool Shows(string text) => Scan(text, ShortestPart, (first, last) =>
        _mayBeAPart[Place(last)] && (_parts.ContainsKey(last) || _partsOfHex.ContainsKey((first, last))));

    // Eight ASCII characters are one number: the last eight, and the eight before them.
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

    private static int Place(ulong part) => (int)(unchecked(part * 0x9E3779B97F4A7C15) >> 48);
}
