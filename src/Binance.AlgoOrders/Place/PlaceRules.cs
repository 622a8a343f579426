using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Binance.AlgoOrders;

/// <summary>The ranges that a new order's members have, each with a text that names the argument and what is allowed.</summary>
internal static partial class PlaceRules
{
    public static decimal AboveZero(decimal value, [CallerArgumentExpression(nameof(value))] string? argument = null) =>
        value > 0 ? value : throw new ArgumentOutOfRangeException(argument, value, "A price or quantity is above zero.");

    public static TEnum Known<TEnum>(TEnum value, [CallerArgumentExpression(nameof(value))] string? argument = null)
        where TEnum : struct, Enum =>
        Enum.IsDefined(value) ? value : throw new ArgumentOutOfRangeException(argument, value, $"{typeof(TEnum).Name} has no such member.");

    public static TEnum? Known<TEnum>(TEnum? value, [CallerArgumentExpression(nameof(value))] string? argument = null)
        where TEnum : struct, Enum =>
        value is { } given ? Known(given, argument) : null;

    /// <summary>Whether an answer agrees with what was ordered; what it leaves out is no contradiction.</summary>
    public static bool IsSame<T>(T answered, T ordered) => answered is null || EqualityComparer<T>.Default.Equals(answered, ordered);

    public static string? ClientAlgoId(string? value, [CallerArgumentExpression(nameof(value))] string? argument = null) =>
        value is null || AllowedClientAlgoId().IsMatch(value)
            ? value
            : throw new ArgumentException("A new order's clientAlgoId has 1 to 36 of the characters A-Z, a-z, 0-9 and . : / _ -", argument);

    [GeneratedRegex(@"\A[.A-Z:/a-z0-9_-]{1,36}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AllowedClientAlgoId();
}
