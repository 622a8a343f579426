using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Binance.AlgoOrders;

/// <summary>Contains the rules of new orders.</summary>
internal static partial class PlaceRules
{
    /// <summary>Returns true if a reported value agrees with the ordered one, or if the response left it out.</summary>
    public static bool IsSame<T>(T reported, T ordered) => reported is null || EqualityComparer<T>.Default.Equals(reported, ordered);

    /// <inheritdoc cref="IsSame{T}(T, T)"/>
    public static bool IsSame<TEnum>(WireValue<TEnum>? reported, TEnum ordered)
        where TEnum : struct, Enum =>
        reported is not { Text.Length: > 0 } value || value == ordered;

    /// <summary>Returns true if a reported value agrees with the ordered one, or if either was left out.</summary>
    public static bool IsDefaultOrSame<TEnum>(WireValue<TEnum>? reported, TEnum? ordered)
        where TEnum : struct, Enum =>
        ordered is not { } value || IsSame(reported, value);

    public static string ClientAlgoId(string value, [CallerArgumentExpression(nameof(value))] string? argument = null)
    {
        ArgumentNullException.ThrowIfNull(value, argument);
        if (!AllowedClientAlgoId().IsMatch(value))
        {
            throw new ArgumentException($"clientAlgoId must be 1 to 36 of the characters A-Z, a-z, 0-9 and . : / _ -, but was '{value}'.", argument);
        }

        return value;
    }

    [GeneratedRegex(@"\A[.A-Z:/a-z0-9_-]{1,36}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllowedClientAlgoId();
}
