using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>Places an order as if the account's owner had placed it elsewhere, without a request, weight or fault.</summary>
internal sealed record PlaceCommand(string Symbol, string Side, string Type, decimal TriggerPrice, decimal Quantity, string? ClientAlgoId = null)
{
    private const int MaxIdLength = 36;

    private static readonly string[] Types = ["STOP_MARKET", "STOP", "TAKE_PROFIT_MARKET", "TAKE_PROFIT", "TRAILING_STOP_MARKET"];

    /// <summary>Returns the first invalid parameter as a sentence, or <see langword="null"/> if all are valid.</summary>
    public string? Validate()
    {
        if (!IsSymbol(Symbol))
        {
            return SymbolError(Symbol);
        }

        if (Side is not ("BUY" or "SELL"))
        {
            return $"The side must be BUY or SELL, but was '{Side}'.";
        }

        if (!Types.Contains(Type, StringComparer.Ordinal))
        {
            return $"The type must be one of {string.Join(", ", Types)}, but was '{Type}'.";
        }

        if (TriggerPrice <= 0 || Quantity <= 0)
        {
            return "Trigger price and quantity must be greater than zero.";
        }

        return ClientAlgoId is { Length: 0 or > MaxIdLength } ? $"The client id must have 1 to {MaxIdLength} characters." : null;
    }

    public SimulatedOrderTerms ToTerms() => new()
    {
        Symbol = Symbol,
        Side = Side,
        Type = Type,
        TriggerPrice = TriggerPrice,
        Quantity = Quantity,
        ClientAlgoId = ClientAlgoId,
    };

    public static bool IsSymbol(string symbol) => symbol.Length is >= 3 and <= 20 && symbol.All(IsSymbolCharacter);

    public static string SymbolError(string symbol) => $"The symbol must be 3 to 20 capitals, digits and underscores, but was '{symbol}'.";

    private static bool IsSymbolCharacter(char character) => char.IsAsciiLetterUpper(character) || char.IsAsciiDigit(character) || character == '_';
}
