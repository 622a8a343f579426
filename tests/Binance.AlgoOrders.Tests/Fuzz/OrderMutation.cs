using System.Globalization;
using Binance.AlgoOrders.Tests.Query;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>A recorded order, some of whose members got another form or came twice.</summary>
/// <param name="Json">The order.</param>
/// <param name="HitsStrictMember">True if an id, the status or the symbol was hit.</param>
internal sealed record OrderMutation(string Json, bool HitsStrictMember)
{
    /// <summary>The time at which the order was placed, in Unix milliseconds.</summary>
    public const long CreateTime = 1767872015384;

    /// <summary>The time at which the order got its status, in Unix milliseconds.</summary>
    public const long UpdateTime = CreateTime + 2_000;

    private static readonly string[] StrictMembers = ["\"algoId\"", "\"clientAlgoId\"", "\"algoStatus\"", "\"symbol\""];

    private static readonly string[] Forms =
    [
        "null", "true", "false", "0", "1", "2", "-1", "0E-8", "1e400", "1e-400", "0.5", "0.0", "1767872015384123", "9223372036854775808", "-62135596800000",
        "\"\"", "\" \"", "\"None\"", "\"NaN\"", "\"0\"", "\"1\"", "\"0E-8\"", "\"-1\"", "\"TRUE\"", "\"1767872015384.5\"", "\"0,009\"", "\"\\uD800\"", "\"\\u0000\"", "\"2026-01-08T11:33:35Z\"",
        "[]", "{}", "[null]", "{\"algoId\":1}", "[{\"algoStatus\":\"NEW\"}]",
    ];

    /// <summary>Returns the recorded order with other ids and another status.</summary>
    public static string Record(long algoId, string status, string clientAlgoId = "my-stop") =>
        $"{{{string.Join(",", GetMembers(algoId, status, clientAlgoId))}}}";

    public static OrderMutation Of(Dice dice, long algoId, string status, string clientAlgoId = "my-stop")
    {
        List<string> members = [.. GetMembers(algoId, status, clientAlgoId)];
        bool hitsStrictMember = false;
        for (int mutations = 1 + dice.Below(3); mutations > 0; mutations--)
        {
            int at = dice.Below(members.Count);
            string name = members[at].Split(':')[0];
            string member = $"{name}:{dice.OneOf(Forms)}";
            hitsStrictMember |= StrictMembers.Contains(name, StringComparer.Ordinal);
            if (dice.Chance(0.2))
            {
                members.Insert(dice.Below(members.Count + 1), member);
            }
            else
            {
                members[at] = member;
            }
        }

        return new OrderMutation($"{{{string.Join(',', members)}}}", hitsStrictMember);
    }

    private static IEnumerable<string> GetMembers(long algoId, string status, string clientAlgoId) => RecordedOrder.Members.Split(',').Select(member => member.Split(':')[0] switch
    {
        "\"algoId\"" => string.Create(CultureInfo.InvariantCulture, $"\"algoId\":{algoId}"),
        "\"clientAlgoId\"" => $"\"clientAlgoId\":\"{clientAlgoId}\"",
        "\"algoStatus\"" => $"\"algoStatus\":\"{status}\"",
        "\"updateTime\"" => string.Create(CultureInfo.InvariantCulture, $"\"updateTime\":{UpdateTime}"),
        _ => member,
    });
}
