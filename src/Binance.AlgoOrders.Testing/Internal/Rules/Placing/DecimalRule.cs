using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Decimals are digits with at most one point, more than zero, and no finer than the exchange counts.</summary>
internal static partial class DecimalRule
{
    private const string Pattern = @"^([0-9]{1,20})(\.[0-9]{1,20})?$";

    // Generous: no symbol of Binance counts finer.
    private const int Digits = 8;

    private static readonly (string Name, Refusal WhenZero)[] Decimals =
    [
        ("quantity", new Refusal(400, -4003, "Quantity less than or equal to zero.")),
        ("price", new Refusal(400, -4001, "Price less than or equal to zero.")),
        ("triggerPrice", new Refusal(400, -4006, "Stop price less than or equal to zero.")),
        ("activatePrice", new Refusal(400, -4135, "Invalid activation price")),
        ("callbackRate", TrailingRule.InvalidRate),
    ];

    private static readonly Refusal TooFine = new(400, -1111, "Precision is over the maximum defined for this asset.");

    public static Refusal? Check(OrderForm form) =>
        Decimals.Select(known => Check(form, known.Name, known.WhenZero)).FirstOrDefault(static refusal => refusal is not null);

    private static Refusal? Check(OrderForm form, string name, Refusal whenZero)
    {
        if (!form.Has(name))
        {
            return null;
        }

        return !Plain().IsMatch(form.Parameters[name]!) ? Refusal.OutOfRange(name, Pattern)
            : form.Decimal(name) is not { } value ? Refusal.NotValid(name)
            : value == 0 ? whenZero
            : decimal.Round(value, Digits) != value ? TooFine with { Why = $"'{name}' has more than {Digits} decimals." }
            : null;
    }

    // Not '$': it would let a line feed pass.
    [GeneratedRegex(@"^[0-9]{1,20}(\.[0-9]{1,20})?\z", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
