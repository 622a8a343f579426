using System.Text;
using System.Text.Json;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Finds the members of an order in a body and reads them. A member that cannot be read, or is there twice, is null and keeps its text.</summary>
/// <param name="body">The body.</param>
internal ref struct AlgoOrderMembers(ReadOnlySpan<byte> body)
{
    private static readonly string[] Names = Array.ConvertAll(Enum.GetNames<AlgoOrderMember>(), JsonNamingPolicy.CamelCase.ConvertName);
    private static readonly byte[][] Utf8Names = Array.ConvertAll(Names, Encoding.UTF8.GetBytes);

    private readonly ReadOnlySpan<byte> _body = body;

    // An empty range stands for a member that is not there.
    private readonly Range[] _values = new Range[Names.Length];
    private Dictionary<string, string>? _unread;
    private ulong _repeated;
    private int _expected;

    /// <summary>Gets the texts of the members that could not be read so far, by name, or null if there are none.</summary>
    public readonly IReadOnlyDictionary<string, string>? Unread => _unread;

    /// <summary>Finds the members of the object at the reader, and moves the reader to its end.</summary>
    public void Find(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            int member = IndexOfName(ref reader);
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (member < 0)
            {
                continue;
            }

            if (!_values[member].Equals(default))
            {
                _repeated |= 1UL << member;
            }

            _values[member] = start..(int)reader.BytesConsumed;
        }
    }

    public decimal? ReadDecimal(AlgoOrderMember member) => Read<decimal?>(member, MemberReader.TryReadDecimal);

    public bool? ReadFlag(AlgoOrderMember member) => Read<bool?>(member, MemberReader.TryReadFlag);

    public long? ReadId(AlgoOrderMember member) => Read<long?>(member, MemberReader.TryReadId);

    public string? ReadText(AlgoOrderMember member) => Read<string>(member, MemberReader.TryReadText);

    public DateTimeOffset? ReadTime(AlgoOrderMember member) => Read<DateTimeOffset?>(member, MemberReader.TryReadTime);

    public string? ReadString(AlgoOrderMember member) => Read<string>(member, MemberReader.TryReadString);

    public WireValue<TEnum>? ReadValue<TEnum>(AlgoOrderMember member)
        where TEnum : struct, Enum
    {
        if (ReadString(member) is { } text)
        {
            return new WireValue<TEnum>(text);
        }

        return null;
    }

    private T? Read<T>(AlgoOrderMember member, MemberReader.TryRead<T> tryRead)
    {
        Range range = _values[(int)member];
        if (range.Equals(default))
        {
            return default;
        }

        var reader = new Utf8JsonReader(_body[range]);
        reader.Read();
        bool isRepeated = (_repeated & (1UL << (int)member)) != 0;
        if (!isRepeated && reader.TokenType == JsonTokenType.Null)
        {
            return default;
        }

        if (!isRepeated && tryRead(ref reader, out T? value))
        {
            return value;
        }

        _unread ??= new Dictionary<string, string>(StringComparer.Ordinal);
        _unread[Names[(int)member]] = ResponseText.FromBody(_body[range]) ?? "";
        return default;
    }

    // Binance always sends the members in the same order, so that the search begins behind the last one.
    private int IndexOfName(ref Utf8JsonReader reader)
    {
        try
        {
            for (int tried = 0; tried < Names.Length; tried++)
            {
                int member = (_expected + tried) % Names.Length;
                if (reader.ValueTextEquals(Utf8Names[member]))
                {
                    _expected = member + 1;
                    return member;
                }
            }
        }
        catch (InvalidOperationException)
        {
            // The name is not valid Unicode, and so is none of these.
        }

        return -1;
    }
}
