using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Limits the length and the characters of a client's own id.</summary>
internal static partial class ClientAlgoIdRule
{
    private const int MaxLength = 36;

    private static readonly ErrorResponse TooLong = new(400, -4015, "Client order id length should not be more than 36 chars");

    public static ErrorResponse? Check(NewOrderParameters order) => order.Parameters["clientAlgoId"] switch
    {
        null => null,
        { Length: > MaxLength } => TooLong,
        var id when !Legal().IsMatch(id) => ErrorResponse.OutOfRange("clientAlgoId", @"^[\.A-Z\:/a-z0-9_-]{1,36}$"),
        _ => null,
    };

    // \z, because '$' would accept a trailing line feed.
    [GeneratedRegex(@"^[\.A-Z\:/a-z0-9_-]+\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Legal();
}
