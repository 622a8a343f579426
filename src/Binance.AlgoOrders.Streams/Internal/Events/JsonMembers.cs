using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Json;

namespace Binance.AlgoOrders.Streams.Internal.Events;

/// <summary>The members of a JSON object. One that cannot be read, or is there twice, is null and keeps its text.</summary>
internal ref struct JsonMembers
{
    // Shorter than any key, so that no text can be one.
    private const int MaxUnreadLength = 36;

    private readonly ReadOnlySpan<byte> _json;
    private readonly Dictionary<string, Range> _values = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);

    /// <param name="json">An object of valid JSON.</param>
    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _json = json;
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string? name = ReadName(ref reader);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (name is not null && !_values.TryAdd(name, start..(int)reader.BytesConsumed))
            {
                _repeated.Add(name);
            }
        }
    }

    /// <summary>Gets the texts of the members that could not be read so far, by name, or null if there are none.</summary>
    public Dictionary<string, string>? Unread { get; private set; }

    /// <summary>Returns the JSON of a member, or nothing if it is not there or is there twice.</summary>
    public readonly ReadOnlySpan<byte> GetJson(string name) => _repeated.Contains(name) || !_values.TryGetValue(name, out Range range) ? [] : _json[range];

    public long? ReadId(string name) => Read<long?>(name, MemberReader.TryReadId);

    public string? ReadString(string name) => Read<string>(name, MemberReader.TryReadString);

    public string? ReadText(string name) => Read<string>(name, MemberReader.TryReadText);

    public decimal? ReadDecimal(string name) => Read<decimal?>(name, MemberReader.TryReadDecimal);

    public bool? ReadFlag(string name) => Read<bool?>(name, MemberReader.TryReadFlag);

    public DateTimeOffset? ReadTime(string name) => Read<DateTimeOffset?>(name, MemberReader.TryReadTime);

    public WireValue<TEnum>? ReadValue<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (ReadString(name) is { } text)
        {
            return new WireValue<TEnum>(text);
        }

        return null;
    }

    private T? Read<T>(string name, MemberReader.TryRead<T> tryRead)
    {
        if (!_values.TryGetValue(name, out Range range))
        {
            return default;
        }

        var reader = new Utf8JsonReader(_json[range]);
        reader.Read();
        bool isRepeated = _repeated.Contains(name);
        if (!isRepeated && reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (!isRepeated && tryRead(ref reader, out T? value))
        {
            return value;
        }

        Unread ??= new Dictionary<string, string>(StringComparer.Ordinal);
        Unread[name] = ToText(_json[range]);
        return default;
    }

    private static string ToText(ReadOnlySpan<byte> json)
    {
        string text = Encoding.UTF8.GetString(json[..Math.Min(json.Length, MaxUnreadLength)]);
        return string.Concat(text.Where(static character => !char.IsControl(character)));
    }

    private static string? ReadName(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // The name is not valid Unicode, and so is none that Binance has.
            return null;
        }
    }
}
