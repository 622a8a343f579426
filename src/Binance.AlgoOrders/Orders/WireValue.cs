namespace Binance.AlgoOrders;

/// <summary>
/// A value of an enumeration as Binance sent it. One that is not known yet keeps its text: <see cref="Known"/> is null then. Compares
/// with the enumeration's members: <c>order.Status == AlgoOrderStatus.New</c>.
/// </summary>
/// <typeparam name="TEnum">The enumeration, with the values that are known today.</typeparam>
public readonly record struct WireValue<TEnum>
    where TEnum : struct, Enum
{
    private readonly string? _text;

    /// <summary>Takes a text as it is on the wire.</summary>
    /// <param name="text">Such as <c>STOP_MARKET</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    public WireValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Takes a known value.</summary>
    /// <param name="value">A member of the enumeration.</param>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such member.</exception>
    public WireValue(TEnum value) => _text = WireNames<TEnum>.ByValue.TryGetValue(value, out string? text)
        ? text
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"{typeof(TEnum).Name} has no such member.");

    /// <summary>The text as it is on the wire.</summary>
    public string Text => _text ?? "";

    /// <summary>The member of the enumeration; null for a value that is not known yet.</summary>
    public TEnum? Known => WireNames<TEnum>.ByText.TryGetValue(Text, out TEnum value) ? value : null;

    /// <summary>A known value.</summary>
    /// <param name="value">A member of the enumeration.</param>
    public static implicit operator WireValue<TEnum>(TEnum value) => new(value);

    /// <summary>The text as it is on the wire.</summary>
    public override string ToString() => Text;
}
