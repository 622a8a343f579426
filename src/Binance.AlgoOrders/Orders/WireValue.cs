using System.Globalization;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders;

/// <summary>
/// Represents an enumeration value as Binance sent it. An unknown value keeps its text and has a null <see cref="Known"/>. Values compare with
/// members of the enumeration: <c>order.Status == AlgoOrderStatus.New</c>. In JSON a value is its text.
/// </summary>
/// <typeparam name="TEnum">The enumeration of the known values.</typeparam>
[JsonConverter(typeof(WireValueConverterFactory))]
public readonly record struct WireValue<TEnum>
    where TEnum : struct, Enum
{
    // Null for an empty text, so that it equals the default value.
    private readonly string? _text;

    /// <summary>Initializes a value from its text on the wire.</summary>
    /// <param name="text">The text on the wire, such as <c>STOP_MARKET</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public WireValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > 0)
        {
            _text = text;
        }
    }

    /// <summary>Initializes a value from a member of the enumeration.</summary>
    /// <param name="value">The member of the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not a member of the enumeration.</exception>
    public WireValue(TEnum value)
    {
        if (!WireNames<TEnum>.ByValue.TryGetValue(value, out _text))
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"The value must be a member of {typeof(TEnum).Name}, but was {value}.");
            throw new ArgumentOutOfRangeException(nameof(value), value, message);
        }
    }

    /// <summary>Gets the text of the value on the wire.</summary>
    public string Text => _text ?? "";

    /// <summary>Gets the member of the enumeration, or null if the value is unknown.</summary>
    public TEnum? Known => Text switch
    {
        { } text when WireNames<TEnum>.ByText.TryGetValue(text, out TEnum value) => value,
        _ => null,
    };

    /// <summary>Converts a member of the enumeration to its value on the wire.</summary>
    /// <param name="value">The member of the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="value"/> is not a member of the enumeration.</exception>
    public static implicit operator WireValue<TEnum>(TEnum value) => new(value);

    /// <summary>Returns the text of the value on the wire.</summary>
    public override string ToString() => Text;
}
