using System.Text.RegularExpressions;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>An id that its owner made is short and of few kinds of characters.</summary>
internal static partial class ClientAlgoIdRule
{
    private const int LongestId = 36;

    public static Refusal? Check(OrderForm form) =>
        form.Parameters["clientAlgoId"] is not { } id ? null
        : id.Length > LongestId ? new Refusal(400, -4015, "Client order id length should not be more than 36 chars")
        : Legal().IsMatch(id) ? null
        : Refusal.OutOfRange("clientAlgoId", @"^[\.A-Z\:/a-z0-9_-]{1,36}$");

    // Not '$': it would let a line feed pass.
    [GeneratedRegex(@"^[\.A-Z\:/a-z0-9_-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legal();
}
