using System.Collections.Frozen;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>Requires a <c>symbol</c> that is on the test's list. Without a list, any text in the format of a symbol is listed.</summary>
internal sealed class SymbolRule(IReadOnlySet<string>? listed)
{
    private readonly FrozenSet<string>? _listed = listed?.ToFrozenSet(StringComparer.Ordinal);

    public ErrorResponse? Check(RequestParameters parameters) =>
        parameters.Require("symbol") ?? ErrorResponse.InvalidSymbol.When(!IsListed(parameters["symbol"]!));

    private bool IsListed(string symbol) => _listed?.Contains(symbol)
        ?? (symbol.Length is >= 3 and <= 20 && symbol.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'));
}
