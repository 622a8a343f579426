using System.Collections.Frozen;
using System.Text;

namespace Binance.AlgoOrders;

/// <summary>Maps the members of an enumeration to their wire names, such as <c>StopMarket</c> to STOP_MARKET and <c>Opponent5</c> to OPPONENT_5.</summary>
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
            if (startsWord && i > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToUpperInvariant(member[i]));
        }

        return name.ToString();
    }
}
