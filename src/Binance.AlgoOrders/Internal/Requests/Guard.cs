using System.Globalization;
using System.Runtime.CompilerServices;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>
/// Checks values that users provide. Each method returns a valid value and rejects any other with a message that contains the wire name, the allowed
/// range and the value. The wire name may be left out if it is the name of the argument.
/// </summary>
internal static class Guard
{
    public static decimal Positive(decimal value, string? wireName = null, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (value <= 0)
        {
            throw OutOfRange(value, argument, $"{wireName ?? argument} must be greater than zero, but was {value}.");
        }

        return value;
    }

    public static decimal? Positive(decimal? value, string? wireName = null, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (value is { } given)
        {
            Positive(given, wireName, argument);
        }

        return value;
    }

    public static int Between(int min, int max, int value, string wireName, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (value < min || value > max)
        {
            throw OutOfRange(value, argument, $"{wireName} must be {min} to {max}, but was {value}.");
        }

        return value;
    }

    public static TEnum Defined<TEnum>(TEnum value, string? wireName = null, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TEnum : struct, Enum
    {
        if (!Enum.IsDefined(value))
        {
            throw OutOfRange(value, argument, $"{wireName ?? argument} must be a member of {typeof(TEnum).Name}, but was {value}.");
        }

        return value;
    }

    public static TEnum? Defined<TEnum>(TEnum? value, string? wireName = null, [CallerArgumentExpression(nameof(value))] string argument = "")
        where TEnum : struct, Enum
    {
        if (value is { } given)
        {
            Defined(given, wireName, argument);
        }

        return value;
    }

    public static string? Symbol(string? value)
    {
        if (value is not null && string.IsNullOrWhiteSpace(value))
        {
            throw new ArgumentException("symbol must not be empty or white space.", nameof(value));
        }

        return value;
    }

    public static TimeSpan? RecvWindow(TimeSpan? value)
    {
        if (value is { } window && !TimeRules.IsRecvWindow(window))
        {
            throw OutOfRange(window, nameof(value), $"recvWindow must be 1 to 60000 whole milliseconds, but was {window.TotalMilliseconds} ms.");
        }

        return value;
    }

    public static TimeSpan? Timeout(TimeSpan? value, [CallerArgumentExpression(nameof(value))] string argument = "")
    {
        if (value is { } timeout && !TimeRules.IsTimeout(timeout))
        {
            throw OutOfRange(timeout, argument, $"Timeout must be greater than zero and at most 10 minutes, but was {timeout:c}.");
        }

        return value;
    }

    private static ArgumentOutOfRangeException OutOfRange(object value, string argument, FormattableString message) =>
        new(argument, value, message.ToString(CultureInfo.InvariantCulture));
}
