using System.Globalization;
using System.Text.Json;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>
/// Reads a response independently of the library, and more strictly than necessary. The oracle must find every claim of the library in a
/// response.
/// </summary>
internal static class Oracle
{
    private static readonly long LatestServerTime = new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    /// <summary>True if the response acknowledges the cancel of the requested order.</summary>
    public static bool IsAcknowledgement(FuzzedResponse answer) => answer.IsSuccess && Read(answer.Body, root =>
        IsOrderOf(root, answer)
        && (TextOf(root, "code"), TextOf(root, "algoStatus")) is ("200", null) or ("200", "CANCELED") or (null, "CANCELED")
        && Member(root, "code") is null or { ValueKind: JsonValueKind.String or JsonValueKind.Number }
        && Member(root, "algoStatus") is null or { ValueKind: JsonValueKind.String });

    /// <summary>True if the response acknowledges the cancel of all orders.</summary>
    public static bool IsAcknowledgementOfAll(FuzzedResponse answer) => answer.IsSuccess && Read(answer.Body, root => TextOf(root, "code") == "200");

    /// <summary>Gets the requested order, or null if the response does not contain it.</summary>
    public static FuzzedOrder? OrderOf(FuzzedResponse answer)
    {
        FuzzedOrder? order = null;
        return answer.IsSuccess && Read(answer.Body, root => (order = Order(root)) is not null && IsOrderOf(root, answer)) ? order : null;
    }

    /// <summary>Gets the listed orders, or null if the response is no list of orders.</summary>
    public static IReadOnlyList<FuzzedOrder>? ListOf(FuzzedResponse answer)
    {
        FuzzedOrder?[] orders = [];
        bool isList = answer.IsSuccess && Read(answer.Body, root =>
        {
            orders = root.ValueKind == JsonValueKind.Array ? [.. root.EnumerateArray().Select(Order)] : [null];
            return Array.TrueForAll(orders, order => order is { AlgoId: > 0 });
        });
        return isList ? [.. orders.OfType<FuzzedOrder>()] : null;
    }

    /// <summary>Gets the orders of a list that can be read, even if others cannot.</summary>
    public static IEnumerable<FuzzedOrder> ReadableOrdersOf(FuzzedResponse answer)
    {
        List<FuzzedOrder> orders = [];
        _ = answer.IsSuccess && Read(answer.Body, root =>
        {
            orders.AddRange(root.EnumerateArray().Select(ReadableOrder).OfType<FuzzedOrder>());
            return true;
        });
        return orders;
    }

    public static bool IsServerTime(FuzzedResponse answer) =>
        answer.IsSuccess && Read(answer.Body, root => IntegerOf(root, "serverTime") is > 0 and var time && time < LatestServerTime);

    /// <summary>Gets Binance's error, or null if the response contains none.</summary>
    public static (int Code, string Message)? ErrorOf(FuzzedResponse answer)
    {
        (int, string)? error = null;
        _ = !answer.IsBroken && Read(answer.Body, root =>
        {
            error = IntegerOf(root, "code") is >= int.MinValue and <= int.MaxValue and var code ? ((int)code, Member(root, "msg")?.GetString() ?? "") : null;
            return true;
        });
        return error;
    }

    private static bool IsOrderOf(JsonElement root, FuzzedResponse answer) => answer.Parameter("algoId") is { } algoId
        ? IntegerOf(root, "algoId") is { } read && read.ToString(CultureInfo.InvariantCulture) == algoId
        : IntegerOf(root, "algoId") > 0 && Member(root, "clientAlgoId") is { ValueKind: JsonValueKind.String } own && own.GetString() == answer.Parameter("clientAlgoId");

    private static FuzzedOrder? ReadableOrder(JsonElement element)
    {
        try
        {
            return Order(element);
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private static FuzzedOrder? Order(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object
        && IntegerOf(element, "algoId") is { } algoId
        && Member(element, "algoStatus") is { ValueKind: JsonValueKind.String } status
            ? new FuzzedOrder(algoId, TextOf(element, "clientAlgoId") ?? "", status.GetString()!)
            : null;

    private static bool Read(byte[] body, Func<JsonElement, bool> judge)
    {
        try
        {
            // A byte order mark is no part of the JSON behind it.
            bool isMarked = body is [0xEF, 0xBB, 0xBF, ..];
            using JsonDocument document = JsonDocument.Parse(isMarked ? body.AsMemory(3) : body);
            return judge(document.RootElement);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    // A repeated member is ambiguous.
    private static JsonElement? Member(JsonElement element, string name)
    {
        JsonElement[] found = [.. element.EnumerateObject().Where(member => member.NameEquals(name)).Select(member => member.Value)];
        return found.Length switch
        {
            0 => null,
            1 => found[0].ValueKind == JsonValueKind.Null ? null : found[0],
            _ => throw new FormatException($"{name} is there more than once."),
        };
    }

    private static string? TextOf(JsonElement element, string name) => Member(element, name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Number } number => number.GetRawText(),
        _ => throw new FormatException($"{name} is neither text nor a number."),
    };

    private static long? IntegerOf(JsonElement element, string name) =>
        TextOf(element, name) is { } text && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value) ? value : null;
}
