using System.Buffers;
using System.Text;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// Makes text that came from the network fit to be shown: capped, without control characters, and with every run of characters blanked
/// that is long enough to be a key or a signature. An error page may quote the URL that it refused.
/// </summary>
internal static class ResponseText
{
    private const int MaxLength = 1024;
    private const int MaxBytes = 4 * MaxLength;

    // Keys and signatures have 64 characters or more; ids have at most 36.
    private const int ShortestSecret = 40;
    private const string Blank = "***";

    private static readonly SearchValues<char> SecretCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=%_-");

    /// <summary>The beginning of a body; null when there is nothing to show.</summary>
    public static string? FromBody(ReadOnlySpan<byte> body)
    {
        ReadOnlySpan<char> beginning = Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxBytes)]);
        if (body.Length > MaxBytes)
        {
            // The cut may go through a secret, and what is left of it would be too short to be recognised.
            beginning = beginning[..(beginning.LastIndexOfAnyExcept(SecretCharacters) + 1)];
        }

        string text = Clean(beginning);
        return text.Length == 0 ? null : text;
    }

    public static string Clean(ReadOnlySpan<char> text)
    {
        var clean = new StringBuilder(Math.Min(text.Length, MaxLength));
        while (!text.IsEmpty && clean.Length < MaxLength)
        {
            int runLength = text.IndexOfAnyExcept(SecretCharacters);
            runLength = runLength < 0 ? text.Length : runLength;
            if (runLength == 0)
            {
                AppendOther(clean, text[0]);
                text = text[1..];
            }
            else
            {
                clean.Append(runLength < ShortestSecret ? text[..runLength] : Blank);
                text = text[runLength..];
            }
        }

        return clean.ToString(0, Math.Min(clean.Length, MaxLength)).TrimEnd();
    }

    /// <summary>Whether there is a run of characters that is long enough to be a key or a signature.</summary>
    public static bool HoldsSecret(ReadOnlySpan<char> text)
    {
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
