using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires decimals of digits with at most one point, greater than zero, and within the exchange's precision.</summary>
internal static partial class DecimalRule
{
    private const string Pattern = @"^([0-9]{1,20})(\.[0-9]{1,20})?$";

    // No symbol of Binance has a finer precision.
    private const int MaxDecimals = 8;

    private static readonly (string Name, ErrorResponse WhenZero)[] Decimals =
    [
        ("quantity", new ErrorResponse(400, -4003, "Quantity less than or equal to zero.")),
        ("price", new ErrorResponse(400, -4001, "Price less than or equal to zero.")),
        ("triggerPrice", new ErrorResponse(400, -4006, "Stop price less than or equal to zero.")),
        ("activatePrice", new ErrorResponse(400, -4135, "Invalid activation price")),
        ("callbackRate", TrailingRule.InvalidRate),
    ];

    public static ErrorResponse? Check(NewOrderParameters order) =>
        Decimals.Select(known => Check(order, known.Name, known.WhenZero)).FirstOrDefault(static error => error is not null);

    /// <summary>Rejects a value with more decimals than allowed. Zeros at its end do not count.</summary>
    public static ErrorResponse? CheckPrecision(string name, decimal value, int maxDecimals)
    {
        if (decimal.Round(value, maxDecimals) == value)
        {
            return null;
        }

        return new ErrorResponse(400, -1111, "Precision is over the maximum defined for this asset.", $"'{name}' must have at most {maxDecimals} decimals.");
    }

    private static ErrorResponse? Check(NewOrderParameters order, string name, ErrorResponse whenZero)
    {
        if (!order.Has(name))
        {
            return null;
        }

        if (!Plain().IsMatch(order.Parameters[name]!))
        {
            return ErrorResponse.OutOfRange(name, Pattern);
        }

        return order.Decimal(name) switch
        {
            null => ErrorResponse.NotValid(name),
            0m => whenZero,
            { } value => CheckPrecision(name, value, MaxDecimals),
        };
    }

    // \z, because '$' would accept a trailing line feed.
    [GeneratedRegex(@"^[0-9]{1,20}(\.[0-9]{1,20})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
