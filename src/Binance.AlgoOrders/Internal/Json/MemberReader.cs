using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads the value of a member in every form whose meaning is certain. Each method returns false for any other form.</summary>
internal static class MemberReader
{
    private const NumberStyles DecimalStyle = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Binance opened in July 2017. A smaller number counts something else, such as seconds.
    private static readonly decimal FirstTime = new DateTimeOffset(2017, 7, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();
    private static readonly decimal LastTime = DateTimeOffset.MaxValue.ToUnixTimeMilliseconds();

    /// <summary>Reads the value at the reader.</summary>
    /// <param name="reader">The reader, at the value.</param>
    /// <param name="value">The value, or null if the member has none.</param>
    public delegate bool TryRead<T>(ref Utf8JsonReader reader, out T? value);

    /// <summary>Reads a whole number, as a number or as text.</summary>
    public static bool TryReadId(ref Utf8JsonReader reader, out long? value)
    {
        bool isRead = long.TryParse(reader.ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id);
        value = id;
        return isRead;
    }

    /// <summary>Reads a text, or a number as its text. An empty text is none.</summary>
    public static bool TryReadText(ref Utf8JsonReader reader, out string? value)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            value = Encoding.UTF8.GetString(reader.ValueSpan);
            return true;
        }

        return TryReadString(ref reader, out value);
    }

    /// <summary>Reads a text that is not blank. An empty text is none.</summary>
    public static bool TryReadString(ref Utf8JsonReader reader, out string? value)
    {
        value = null;
        if (reader.TokenType != JsonTokenType.String || reader.ValueSpan.IsEmpty)
        {
            return reader.TokenType == JsonTokenType.String;
        }

        try
        {
            value = reader.GetString();
            return !string.IsNullOrWhiteSpace(value);
        }
        catch (InvalidOperationException)
        {
            // The text is not valid Unicode.
            return false;
        }
    }

    /// <summary>Reads a decimal exactly, as a number or as text, with or without an exponent. An empty text is none.</summary>
    public static bool TryReadDecimal(ref Utf8JsonReader reader, out decimal? value)
    {
        value = null;
        if (IsEmptyText(ref reader))
        {
            return true;
        }

        ReadOnlySpan<byte> text = reader.ValueSpan;
        if (!decimal.TryParse(text, DecimalStyle, CultureInfo.InvariantCulture, out decimal number))
        {
            return false;
        }

        value = number;
        return number != 0 || IsZero(text);
    }

    /// <summary>Reads a flag: true or false, 1 or 0, or one of them as text. An empty text is none.</summary>
    public static bool TryReadFlag(ref Utf8JsonReader reader, out bool? value)
    {
        ReadOnlySpan<byte> text = reader.ValueSpan;
        value = null;
        if (IsEmptyText(ref reader))
        {
            return true;
        }

        if (text.SequenceEqual("1"u8) || Ascii.EqualsIgnoreCase(text, "true"u8))
        {
            value = true;
        }
        else if (text.SequenceEqual("0"u8) || Ascii.EqualsIgnoreCase(text, "false"u8))
        {
            value = false;
        }

        return value is not null;
    }

    /// <summary>Reads a time in Unix milliseconds, as a number or as text. Zero and an empty text are none.</summary>
    public static bool TryReadTime(ref Utf8JsonReader reader, out DateTimeOffset? value)
    {
        value = null;
        if (!TryReadDecimal(ref reader, out decimal? number))
        {
            return false;
        }

        if (number is null or 0)
        {
            return true;
        }

        if (number < FirstTime || number > LastTime || !IsWhole(number))
        {
            return false;
        }

        value = DateTimeOffset.FromUnixTimeMilliseconds((long)number);
        return true;
    }

    private static bool IsEmptyText(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.ValueSpan.IsEmpty;

    private static bool IsWhole(decimal? number) => number is null || decimal.IsInteger(number.Value);

    // A small number that is not zero must not be read as zero.
    private static bool IsZero(ReadOnlySpan<byte> text)
    {
        int exponent = text.IndexOfAny("eE"u8);
        ReadOnlySpan<byte> digits = exponent < 0 ? text : text[..exponent];
        return !digits.ContainsAnyInRange((byte)'1', (byte)'9');
    }
}
