using System.Buffers.Text;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>
/// Redacts the credentials of proxies in a text: user and password of an address, the value of an authorization header, and Basic credentials without
/// their header. The framework quotes the address of a proxy that refuses a tunnel.
/// </summary>
internal static class ProxyCredentials
{
    private const string Blank = "***";
    private const int ShortestBasic = 8;

    private static readonly (string Marker, Measurement Measure)[] Kinds = [("://", MeasureUserInfo), ("authorization:", MeasureLine), ("basic ", MeasureBasic)];

    private delegate int Measurement(ReadOnlySpan<char> text);

    public static bool AreIn(ReadOnlySpan<char> text) => TryFind(text, out _, out _);

    /// <summary>Returns the text with three asterisks in place of credentials.</summary>
    public static ReadOnlySpan<char> Redact(ReadOnlySpan<char> text)
    {
        while (TryFind(text, out int start, out int length))
        {
            text = string.Concat(text[..start], Blank, text[(start + length)..]);
        }

        return text;
    }

    private static bool TryFind(ReadOnlySpan<char> text, out int start, out int length)
    {
        foreach ((string marker, Measurement measure) in Kinds)
        {
            start = 0;
            for (int next = text.IndexOf(marker, StringComparison.OrdinalIgnoreCase); next >= 0; next = text[start..].IndexOf(marker, StringComparison.OrdinalIgnoreCase))
            {
                start += next + marker.Length;
                length = measure(text[start..]);
                if (length > 0 && !text.Slice(start, length).SequenceEqual(Blank))
                {
                    return true;
                }
            }
        }

        (start, length) = (0, 0);
        return false;
    }

    private static int MeasureUserInfo(ReadOnlySpan<char> text) => text[..LengthUntil(text, "/?# \t\r\n")].LastIndexOf('@');

    private static int MeasureLine(ReadOnlySpan<char> text) => LengthUntil(text, "\r\n");

    private static int MeasureBasic(ReadOnlySpan<char> text)
    {
        int length = LengthUntil(text, " \t\r\n'\",;");
        if (length < ShortestBasic || !Base64.IsValid(text[..length]))
        {
            return 0;
        }

        return length;
    }

    private static int LengthUntil(ReadOnlySpan<char> text, ReadOnlySpan<char> ends)
    {
        int end = text.IndexOfAny(ends);
        if (end < 0)
        {
            return text.Length;
        }

        return end;
    }
}
