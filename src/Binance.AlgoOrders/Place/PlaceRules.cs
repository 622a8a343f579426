using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Binance.AlgoOrders;

/// <summary>Contains the rules of new orders.</summary>
internal static partial class PlaceRules
{
    /// <summary>Returns true if a reported value agrees with the ordered one, or if the response left it out.</summary>
    public static bool IsSame<T>(T reported, T ordered) => reported is null || EqualityComparer<T>.Default.Equals(reported, ordered);

    public static string? ClientAlgoId(string? value, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        if (value is not null && !AllowedClientAlgoId().IsMatch(value))
        {
            throw new ArgumentException($"clientAlgoId must be 1 to 36 of the characters A-Z, a-z, 0-9 and . : / _ -, but was '{value}'.", argument);
        }

        return value;
    }

    [GeneratedRegex(@"\A[.A-Z:/a-z0-9_-]{1,36}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllowedClientAlgoId();
}
