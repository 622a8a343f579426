using System.Collections.Concurrent;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>What must never be seen: a key, a secret, and every signature that is made with them. Made up, and unlike anything else in the process.</summary>
internal sealed class Canaries
{
    // Whoever sees this many characters in a row has seen a part of a secret.
    private const int ShortestPart = 8;

    private readonly ConcurrentDictionary<ulong, byte> _parts = new();

    public Canaries()
    {
        Add(ApiKey);
        Add(SecretKey);
    }

    // With characters that are percent-encoded.
    public string ApiKey { get; } = "CaNaRyKeY0qZ7x+W2vJ9u/T4sH6rG8pF1oE3nD5mC7lB9kA2jZ4iY6hX8gW0fV2=";

    public string SecretKey { get; } = "cAnArYsEcReT1yU3tI5rO7eP9wA2qS4dF6gH8jK0lZ+XcV/bN4mQ6wE8rT0yU2iP";

    public void Add(string secret)
    {
        foreach (ulong part in PartsOf(secret))
        {
            _parts[part] = 0;
        }
    }

    /// <summary>Whether a text shows a part of a secret, in whatever case, as it is or percent-encoded.</summary>
    public bool IsIn(string text) => Shows(text) || (text.Contains('%', StringComparison.Ordinal) && Shows(Uri.UnescapeDataString(text)));

    private bool Shows(string text) => PartsOf(text).Any(_parts.ContainsKey);

    // Eight ASCII characters are one number.
    private static IEnumerable<ulong> PartsOf(string text)
    {
        ulong part = 0;
        int length = 0;
        foreach (char character in text)
        {
            length = character < 128 ? length + 1 : 0;
            part = (part << 8) | char.ToUpperInvariant(character);
            if (length >= ShortestPart)
            {
                yield return part;
            }
        }
    }
}
