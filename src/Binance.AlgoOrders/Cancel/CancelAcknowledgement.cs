using System.Buffers.Text;
using System.Text.Json;

namespace Binance.AlgoOrders;

/// <summary>
/// Reads both forms of the response to a cancel: the short acknowledgement, and the order itself as the WebSocket API returns it. Does not use the
/// serializer, which takes three times as long on the path of every successful cancel.
/// </summary>
internal ref struct CancelAcknowledgement
{
    private Fields _seen;
    private long _algoId;
    private string? _clientAlgoId;
    private string? _code;
    private string? _message;
    private string? _status;

    /// <summary>Returns the acknowledgement of exactly this order, or null if the body contains none.</summary>
    /// <exception cref="JsonException">The body is not JSON, or a member has an unexpected form.</exception>
    public static CancelAlgoOrderResult? Read(AlgoOrderId requested, ReadOnlySpan<byte> body)
    {
        var acknowledgement = default(CancelAcknowledgement);
        var reader = new Utf8JsonReader(body);
        reader.Read();

        // Only an object has property names.
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            acknowledgement.ReadField(ref reader);
        }

        // The reader throws if anything follows the object.
        reader.Read();
        return acknowledgement.ResultFor(requested);
    }

    private readonly CancelAlgoOrderResult? ResultFor(AlgoOrderId requested)
    {
        (string Code, string? Message)? acknowledged = (_code, _status) switch
        {
            ("200", null or "CANCELED") => ("200", _message),
            (null, "CANCELED") => ("200", _status),
            _ => null,
        };
        if (acknowledged is not { } words || !requested.Matches(_algoId, _clientAlgoId))
        {
            return null;
        }

        return new CancelAlgoOrderResult { AlgoId = _algoId, ClientAlgoId = _clientAlgoId ?? "", Code = words.Code, Message = words.Message ?? "" };
    }

    private void ReadField(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("algoId"u8))
        {
            MarkSeen(Fields.AlgoId);
            _algoId = ReadId(ref reader);
        }
        else if (reader.ValueTextEquals("clientAlgoId"u8))
        {
            MarkSeen(Fields.ClientAlgoId);
            _clientAlgoId = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("code"u8))
        {
            MarkSeen(Fields.Code);
            _code = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("msg"u8))
        {
            MarkSeen(Fields.Message);
            _message = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("algoStatus"u8))
        {
            MarkSeen(Fields.Status);
            _status = ReadText(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    // A repeated member makes the response ambiguous.
    private void MarkSeen(Fields field)
    {
        if ((_seen & field) == field)
        {
            throw new JsonException("A member must appear once, but appeared twice.");
        }

        _seen |= field;
    }

    private static long ReadId(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Number when reader.TryGetInt64(out long id) => id,
            JsonTokenType.String when Utf8Parser.TryParse(reader.ValueSpan, out long id, out int consumed) && consumed == reader.ValueSpan.Length => id,
            _ => throw new JsonException("The id must be a whole number, but was not."),
        };
    }

    // Binance sends "code" as text here, and as a number elsewhere.
    private static string? ReadText(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.String or JsonTokenType.Number when reader.ValueSpan.SequenceEqual("200"u8) => "200",
            JsonTokenType.String when reader.ValueTextEquals("success"u8) => "success",
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.Number => System.Text.Encoding.ASCII.GetString(reader.ValueSpan),
            JsonTokenType.Null => null,
            _ => throw new JsonException("The member must be a string or a number, but was not."),
        };
    }

    [Flags]
    private enum Fields
    {
        None = 0,
        AlgoId = 1,
        ClientAlgoId = 2,
        Code = 4,
        Message = 8,
        Status = 16,
    }
}
