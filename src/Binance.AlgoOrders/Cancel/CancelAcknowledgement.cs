using System.Buffers.Text;
using System.Text.Json;

namespace Binance.AlgoOrders;

/// <summary>
/// Reads both shapes of a cancel's answer: the short acknowledgement, and the order itself as the WebSocket API answers. By hand, because
/// this is the path of every successful cancel: a serializer takes three times as long.
/// </summary>
internal ref struct CancelAcknowledgement
{
    private Fields _seen;
    private long _algoId;
    private string? _clientAlgoId;
    private string? _code;
    private string? _message;
    private string? _status;

    /// <summary>The acknowledgement of exactly this order; null: the body is none.</summary>
    /// <exception cref="JsonException">It is not JSON, or a field is not what it should be.</exception>
    public static CancelAlgoOrderResult? Read(AlgoOrderId requested, ReadOnlySpan<byte> body)
    {
        var answer = default(CancelAcknowledgement);
        var reader = new Utf8JsonReader(body);
        reader.Read();

        // Of what is no object, nothing is a name.
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            answer.ReadField(ref reader);
        }

        // Nothing may come after it; the reader says so.
        reader.Read();
        return answer.ResultFor(requested);
    }

    private readonly CancelAlgoOrderResult? ResultFor(AlgoOrderId requested)
    {
        (string Code, string? Message)? acknowledged = (_code, _status) switch
        {
            ("200", null or "CANCELED") => ("200", _message),
            (null, "CANCELED") => ("200", _status),
            _ => null,
        };
        return acknowledged is { } words && requested.Names(_algoId, _clientAlgoId)
            ? new CancelAlgoOrderResult { AlgoId = _algoId, ClientAlgoId = _clientAlgoId ?? "", Code = words.Code, Message = words.Message ?? "" }
            : null;
    }

    private void ReadField(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("algoId"u8))
        {
            NoteOnce(Fields.AlgoId);
            _algoId = ReadId(ref reader);
        }
        else if (reader.ValueTextEquals("clientAlgoId"u8))
        {
            NoteOnce(Fields.ClientAlgoId);
            _clientAlgoId = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("code"u8))
        {
            NoteOnce(Fields.Code);
            _code = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("msg"u8))
        {
            NoteOnce(Fields.Message);
            _message = ReadText(ref reader);
        }
        else if (reader.ValueTextEquals("algoStatus"u8))
        {
            NoteOnce(Fields.Status);
            _status = ReadText(ref reader);
        }
        else
        {
            reader.Skip();
        }
    }

    // The last of two would be no better than the first.
    private void NoteOnce(Fields field)
    {
        if ((_seen & field) == field)
        {
            throw new JsonException("A name stands there twice.");
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
            _ => throw new JsonException("An id was expected."),
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
            _ => throw new JsonException("Text or a number was expected."),
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
