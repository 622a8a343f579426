using System.Globalization;
using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>The prices of a contract at a time.</summary>
internal sealed record PriceQuote(string Symbol, decimal LastPrice, DateTimeOffset Time)
{
    private static readonly TimeSpan FundingInterval = TimeSpan.FromHours(8);

    public decimal MarkPrice { get; init; } = LastPrice;

    // Binance pays funding at 00:00, 08:00 and 16:00 UTC.
    private DateTimeOffset NextFunding => new DateTimeOffset(Time.UtcDateTime.Date, TimeSpan.Zero) + FundingInterval * (Time.UtcDateTime.Hour / 8 + 1);

    /// <summary>Writes the fields of GET /fapi/v1/ticker/price.</summary>
    public static void WriteTicker(Utf8JsonWriter json, PriceQuote quote)
    {
        json.WriteStartObject();
        json.WriteString("symbol", quote.Symbol);
        json.WriteString("price", SimulatedWireNames.Of(quote.LastPrice));
        json.WriteNumber("time", SimulatedWireNames.Milliseconds(quote.Time));
        json.WriteEndObject();
    }

    /// <summary>Writes the fields of GET /fapi/v1/premiumIndex.</summary>
    public static void WriteMarkPrice(Utf8JsonWriter json, PriceQuote quote)
    {
        string price = quote.MarkPrice.ToString("F8", CultureInfo.InvariantCulture);
        json.WriteStartObject();
        json.WriteString("symbol", quote.Symbol);
        json.WriteString("markPrice", price);
        json.WriteString("indexPrice", price);
        json.WriteString("estimatedSettlePrice", price);
        json.WriteString("lastFundingRate", "0.00010000");
        json.WriteString("interestRate", "0.00010000");
        json.WriteNumber("nextFundingTime", SimulatedWireNames.Milliseconds(quote.NextFunding));
        json.WriteNumber("time", SimulatedWireNames.Milliseconds(quote.Time));
        json.WriteEndObject();
    }
}
