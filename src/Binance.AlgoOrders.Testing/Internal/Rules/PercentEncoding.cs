using System.Text;
using System.Text.Unicode;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Reads the name or the value of a parameter, and refuses what RFC 3986 does not let stand in a query.</summary>
internal static class PercentEncoding
{
    private const string AllowedMarks = "-._~!$'()*+,;:@/?";

    /// <summary>The text that <paramref name="raw"/> stands for; <see langword="null"/> when it is malformed.</summary>
    public static string? Decode(ReadOnlySpan<char> raw)
    {
        byte[] bytes = new byte[raw.Length];
        int length = 0;
        for (int i = 0; i < raw.Length; i++)
        {
            char c = raw[i];
            if (c == '%')
            {
                if (i + 2 >= raw.Length || !char.IsAsciiHexDigit(raw[i + 1]) || !char.IsAsciiHexDigit(raw[i + 2]))
                {
                    return null;
                }

                bytes[length++] = (byte)((HexValue(raw[i + 1]) << 4) | HexValue(raw[i + 2]));
                i += 2;
            }
            else if (char.IsAsciiLetterOrDigit(c) || AllowedMarks.Contains(c, StringComparison.Ordinal))
            {
                // Servers read parameters as forms, where a plus is a blank.
                bytes[length++] = c == '+' ? (byte)' ' : (byte)c;
            }
            else
            {
                return null;
            }
        }

        ReadOnlySpan<byte> decoded = bytes.AsSpan(0, length);
        return Utf8.IsValid(decoded) ? Encoding.UTF8.GetString(decoded) : null;
    }

    private static int HexValue(char digit) => char.IsAsciiDigit(digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
