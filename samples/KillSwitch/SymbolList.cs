namespace Binance.AlgoOrders.Samples;

/// <summary>Contracts, separated by commas.</summary>
internal static class SymbolList
{
    /// <returns>Each contract once, in capitals; null: there is none, or something that is none.</returns>
    public static IReadOnlyList<string>? Parse(string? text)
    {
        string[] symbols = [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries).Select(symbol => symbol.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        return Array.TrueForAll(symbols, IsSymbol) ? symbols : null;
    }

    private static bool IsSymbol(string text) => text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
