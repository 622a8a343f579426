namespace Binance.AlgoOrders.Samples;

/// <summary>Parses contracts separated by commas.</summary>
internal static class SymbolList
{
    /// <returns>Each contract once, in capitals, or null if there is none or one is invalid.</returns>
    public static IReadOnlyList<string>? Parse(string? text)
    {
        string[] symbols = [.. (text ?? "").Split(',', StringSplitOptions.TrimEntries).Select(symbol => symbol.ToUpperInvariant()).Distinct(StringComparer.Ordinal)];
        return Array.TrueForAll(symbols, IsSymbol) ? symbols : null;
    }

    private static bool IsSymbol(string text) => text.Length > 0 && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
