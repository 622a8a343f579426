using System.Buffers;
using System.Text;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>
/// Redacts text from the network: limits its length, removes control characters and replaces every run of characters that is long enough to be a
/// key or a signature, and the credentials of proxies. An error page may quote the URL that it rejected.
/// </summary>
internal static class ResponseText
{
    private const int MaxLength = 1024;
    private const int MaxBytes = 4 * MaxLength;

    // Keys and signatures have 64 characters or more. Ids have at most 36.
    private const int ShortestSecret = 40;
    private const string Blank = "***";

    private static readonly SearchValues<char> SecretCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=%_-");

    /// <summary>Returns the beginning of a body, redacted, or null if nothing remains.</summary>
    public static string? FromBody(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<char> beginning = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]);
        if (body.Length > MaxBytes)
        {
            // The cut may leave a part of a secret that is too short to be recognized.
            beginning = beginning[..(beginning.LastIndexOfAnyExcept(SecretCharacters) + 1)];
        }

        string text = Redact(beginning);
        return text.Length == 0 ? null : text;
    }

    public static string Redact(ReadOnlySpan<char> text)
    {
        text = ProxyCredentials.Redact(text);
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        while (!text.IsEmpty && clean.Length < MaxLength)
        {
            int runLength = text.IndexOfAnyExcept(SecretCharacters);
            if (runLength == 0)
            {
                AppendOther(clean, text[0]);
                text = text[1..];
                continue;
            }

            ReadOnlySpan<char> run = runLength < 0 ? text : text[..runLength];
            clean.Append(run.Length < ShortestSecret ? run : Blank);
            text = text[run.Length..];
        }

        return clean.ToString(0, Math.Min(clean.Length, MaxLength)).TrimEnd();
    }

    /// <summary>Returns true if the text contains credentials of a proxy, or a run of characters that is long enough to be a key or a signature.</summary>
    public static bool ContainsSecret(ReadOnlySpan<char> text)
    {
        if (ProxyCredentials.AreIn(text))
        {
            return true;
        }

        while (text.Length >= ShortestSecret)
        {
            int runLength = text.IndexOfAnyExcept(SecretCharacters);
            if (runLength is < 0 or >= ShortestSecret)
            {
                return true;
            }

            text = text[(runLength + 1)..];
        }

        return false;
    }

    private static void AppendOther(StringBuilder clean, char character)
    {
        if (!char.IsWhiteSpace(character) && !char.IsControl(character))
        {
            clean.Append(character);
        }
        else if (clean.Length > 0 && clean[^1] != ' ')
        {
            clean.Append(' ');
        }
    }
}
