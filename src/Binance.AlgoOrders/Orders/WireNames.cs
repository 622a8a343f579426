using System.Collections.Frozen;
using System.Text;

namespace Binance.AlgoOrders;

/// <summary>The wire names of an enumeration's members: <c>StopMarket</c> is STOP_MARKET, <c>Opponent5</c> is OPPONENT_5.</summary>
internal static class WireNames<TEnum>
    where TEnum : struct, Enum
{
    public static readonly FrozenDictionary<TEnum, string> ByValue =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => WireName(value.ToString()));

    public static readonly FrozenDictionary<string, TEnum> ByText =
        ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    private static string WireName(string member)
    {
        var name = new StringBuilder(member.Length + 4);
        for (int i = 0; i < member.Length; i++)
        {
            bool startsWord = char.IsAsciiLetterUpper(member[i]) || (char.IsAsciiDigit(member[i]) && !char.IsAsciiDigit(member[i - 1]));
            name.Append(startsWord && i > 0 ? "_" : "").Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }
}
