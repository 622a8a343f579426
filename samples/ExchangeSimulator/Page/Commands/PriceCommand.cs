namespace Binance.AlgoOrders.Samples;

/// <summary>Sets the price of a contract. Orders whose condition it meets trigger. Without a mark price, it is the last price.</summary>
internal sealed record PriceCommand(string Symbol, decimal Last, decimal? Mark = null)
{
    /// <summary>Returns the first invalid parameter as a sentence, or <see langword="null"/> if all are valid.</summary>
    public string? Validate()
    {
        if (!PlaceCommand.IsSymbol(Symbol))
        {
            return PlaceCommand.SymbolError(Symbol);
        }

        return Last <= 0 || Mark <= 0 ? "A price must be greater than zero." : null;
    }
}
