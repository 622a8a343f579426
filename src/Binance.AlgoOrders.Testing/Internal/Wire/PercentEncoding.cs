using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Decodes names and values of parameters, and rejects characters that RFC 3986 does not allow in a query.</summary>
internal static class PercentEncoding
{
    private const string AllowedMarks = "-._~!$'()*,;:@/?";

    /// <summary>Returns the decoded text, or null if <paramref name="raw"/> is malformed.</summary>
    public static string? Decode(ReadOnlySpan<char> raw)
    {
        byte[] bytes = new byte[raw.Length];
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (c == '%')
            {
                if (i + 2 >= raw.Length || !byte.TryParse(raw.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte octet))
                {
                    return null;
                }

                bytes[length++] = octet;
                i += 2;
            }
            else if (c == '+')
            {
                // Servers read parameters as forms, in which a plus is a space.
                bytes[length++] = (byte)' ';
            }
            else if (char.IsAsciiLetterOrDigit(c) || AllowedMarks.Contains(c, StringComparison.Ordinal))
            {
                bytes[length++] = (byte)c;
            }
            else
            {
                return null;
            }
        }

        ReadOnlySpan<byte> decoded = bytes.AsSpan(0, length);
        if (!Utf8.IsValid(decoded))
        {
            return null;
        }

        return Encoding.UTF8.GetString(decoded);
    }
}
