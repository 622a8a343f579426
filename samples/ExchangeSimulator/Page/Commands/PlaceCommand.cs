using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Samples;

/// <summary>A new order, as if the account's owner had placed it elsewhere: no request, no weight, no fault.</summary>
internal sealed record PlaceCommand(string Symbol, string Side, string Type, decimal TriggerPrice, decimal Quantity, string? ClientAlgoId = null)
{
    private const int LongestId = 36;

    private static readonly string[] Types = ["STOP_MARKET", "STOP", "TAKE_PROFIT_MARKET", "TAKE_PROFIT", "TRAILING_STOP_MARKET"];

    /// <summary>What is wrong with it.</summary>
    public string? Check() =>
        Symbol.Length is < 3 or > 20 || !Symbol.All(static c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c == '_')
            ? "A symbol is 3 to 20 capitals, digits and underscores."
        : Side is not ("BUY" or "SELL") ? "A side is BUY or SELL."
        : !Types.Contains(Type, StringComparer.Ordinal) ? $"A type is one of {string.Join(", ", Types)}."
        : TriggerPrice <= 0 || Quantity <= 0 ? "Trigger price and quantity are above zero."
        : ClientAlgoId is { Length: 0 or > LongestId } ? "A client id has 1 to 36 characters."
        : null;

    public SimulatedOrderTerms ToTerms() => new()
    {
        Symbol = Symbol,
        Side = Side,
        Type = Type,
        TriggerPrice = TriggerPrice,
        Quantity = Quantity,
        ClientAlgoId = ClientAlgoId,
    };
}
