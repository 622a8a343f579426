using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Gets the prices of one symbol, or of all listed contracts that have a price.</summary>
internal static class MarketQuotes
{
    public static ProcessingResult TickerPrice(EndpointCall call) => Execute(call, PriceQuote.WriteTicker);

    public static ProcessingResult MarkPrice(EndpointCall call) => Execute(call, PriceQuote.WriteMarkPrice);

    private static ProcessingResult Execute(EndpointCall call, Action<Utf8JsonWriter, PriceQuote> write)
    {
        if (call.Parameters["symbol"] is not { } symbol)
        {
            IEnumerable<PriceQuote?> quotes = call.Contracts.All.Select(contract => QuoteOf(call, contract.Symbol));
            return new ProcessingResult(ResponseJson.Array(write, quotes.OfType<PriceQuote>()));
        }

        if (call.Symbols.Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        if (QuoteOf(call, symbol) is not { } quote)
        {
            return ProcessingResult.Rejected(ErrorResponse.InvalidSymbol with { Detail = $"{symbol} has no price. SetPrice sets it." });
        }

        return new ProcessingResult(ResponseJson.Write(json => write(json, quote)));
    }

    private static PriceQuote? QuoteOf(EndpointCall call, string symbol)
    {
        if (call.Prices.Find(symbol) is not { } price)
        {
            return null;
        }

        return new PriceQuote(symbol, price.Last, call.Now) { MarkPrice = price.Mark };
    }
}
