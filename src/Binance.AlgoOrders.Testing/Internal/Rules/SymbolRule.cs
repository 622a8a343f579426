using System.Collections.Frozen;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary><c>symbol</c> is sent, and listed: on the test's list, or looking like a symbol when there is none.</summary>
internal sealed class SymbolRule(IReadOnlySet<string>? listed)
{
    private readonly FrozenSet<string>? _listed = listed?.ToFrozenSet(StringComparer.Ordinal);

    public Refusal? Check(RequestParameters parameters) =>
        !parameters.Has("symbol") ? Refusal.MandatoryMissing("symbol")
        : IsListed(parameters["symbol"]!) ? null
        : Refusal.InvalidSymbol;

    private bool IsListed(string symbol) => _listed?.Contains(symbol)
        ?? (symbol.Length is >= 3 and <= 20 && symbol.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_'));
}
