using System.Text;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Changes a body a little.</summary>
internal static class BodyMutation
{
    /// <summary>The texts to insert.</summary>
    public static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ":", ",", "\"", "\\", "null", "true", "false", "0", "-1", "1", "200", "\"200\"", "2146760", "2146760.0", "2.14676e6", "2e15", "1e400",
        "9223372036854775807", "9223372036854775808", "18446744073711698376", "-2146760", "NaN", "\"NaN\"", "Infinity", "79228162514264337593543950336", "\"\"", "[]", "{}",
        "\"algoId\"", "\"clientAlgoId\"", "\"code\"", "\"msg\"", "\"algoStatus\"", "\"CANCELED\"", "\"NEW\"", "\"TRIGGERED\"", "\"\\uD800\"", "\\u0000", "/* */", "\u00FF", "\uFEFF", "\0", "-2011", "-1003",
    ];

    private static readonly string[] Members =
    [
        "\"algoId\":2146760", "\"algoId\":1", "\"algoId\":\"2146760\"", "\"algoId\":null", "\"clientAlgoId\":\"6B2I9XVcJpCjqPAJ4YoFX7\"", "\"clientAlgoId\":null", "\"code\":200", "\"code\":\"200\"",
        "\"code\":-2011", "\"code\":-2013", "\"code\":-1007", "\"code\":null", "\"algoStatus\":\"CANCELED\"", "\"algoStatus\":\"NEW\"", "\"msg\":1", "\"createTime\":-1", "\"createTime\":1e20", "\"quantity\":1e400",
        "\"reduceOnly\":\"maybe\"", "\"serverTime\":0", "\"\\u0061lgoId\":3", "\"x\":\"\uD83D\uDE00\"",
    ];

    public static byte[] Mutate(Dice dice, byte[] body) => dice.Below(9) switch
    {
        0 when body.Length > 0 => Flip(dice, body),
        1 => body[..dice.Below(body.Length + 1)],
        2 => Insert(body, dice.Below(body.Length + 1), Encoding.Latin1.GetBytes(dice.OneOf(Tokens))),
        3 or 4 => AddMember(dice, body),
        5 or 6 => ReplaceValue(dice, body),
        7 => Wrap(dice, body),
        _ => Insert(body, dice.Below(body.Length + 1), [(byte)dice.Below(256)]),
    };

    private static byte[] Flip(Dice dice, byte[] body)
    {
        byte[] flipped = [.. body];
        flipped[dice.Below(body.Length)] ^= (byte)(1 << dice.Below(8));
        return flipped;
    }

    private static byte[] Insert(byte[] body, int at, byte[] piece) => [.. body[..at], .. piece, .. body[at..]];

    // One more member, in front or behind, often one that is there already.
    private static byte[] AddMember(Dice dice, byte[] body)
    {
        string member = dice.OneOf(Members);
        bool inFront = dice.Chance(0.5);
        int at = inFront ? Array.IndexOf(body, (byte)'{') + 1 : Array.LastIndexOf(body, (byte)'}');
        return at < 0 ? body : Insert(body, at, Encoding.UTF8.GetBytes(inFront ? member + "," : "," + member));
    }

    // The text between a colon and the next comma or bracket.
    private static byte[] ReplaceValue(Dice dice, byte[] body)
    {
        int start = Array.IndexOf(body, (byte)':', dice.Below(body.Length + 1)) + 1;
        int length = body.AsSpan(start).IndexOfAny(",}]"u8);
        return start == 0 || length < 0 ? body : [.. body[..start], .. Encoding.Latin1.GetBytes(dice.OneOf(Tokens)), .. body[(start + length)..]];
    }

    private static byte[] Wrap(Dice dice, byte[] body) => dice.Below(5) switch
    {
        0 => [.. "["u8, .. body, .. "]"u8],
        1 => [.. "{\"data\":"u8, .. body, .. "}"u8],
        2 => [.. body, .. body],
        3 => [.. "\uFEFF"u8, .. body],
        _ => [.. body, .. "\r\n"u8],
    };
}
