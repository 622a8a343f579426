using System.Text.Json;

namespace Binance.AlgoOrders.Testing.Internal.Wire;

/// <summary>Writes a contract as an element of <c>symbols</c> in GET /fapi/v1/exchangeInfo, with the fields that were recorded live.</summary>
internal static class ContractJson
{
    // The date that Binance gives to contracts without a delivery.
    private const long NoDelivery = 4133404800000;

    // Of the order types of POST /fapi/v1/order, and of those that POST /fapi/v1/algoOrder took over.
    private static readonly string[] OrderTypes =
        ["LIMIT", "MARKET", "STOP", "STOP_MARKET", "TAKE_PROFIT", "TAKE_PROFIT_MARKET", "TRAILING_STOP_MARKET"];

    private static readonly string[] TimesInForce = ["GTC", "IOC", "FOK", "GTX", "GTD"];

    public static void Write(Utf8JsonWriter json, SimulatedContract contract)
    {
        json.WriteStartObject();
        WriteKind(json, contract);
        WritePrecisions(json, contract);
        json.WriteStartArray("filters");
        WriteFilters(json, contract);
        json.WriteEndArray();
        WriteTexts(json, "orderTypes", OrderTypes);
        WriteTexts(json, "timeInForce", TimesInForce);
        json.WriteEndObject();
    }

    private static void WriteKind(Utf8JsonWriter json, SimulatedContract contract)
    {
        json.WriteString("symbol", contract.Symbol);
        json.WriteString("pair", contract.Symbol);
        json.WriteString("contractType", "PERPETUAL");
        json.WriteNumber("deliveryDate", NoDelivery);
        json.WriteNumber("onboardDate", contract.OnboardDate.ToUnixTimeMilliseconds());
        json.WriteString("status", "TRADING");
        json.WriteString("maintMarginPercent", "2.5000");
        json.WriteString("requiredMarginPercent", "5.0000");
        json.WriteString("baseAsset", contract.BaseAsset);
        json.WriteString("quoteAsset", contract.QuoteAsset);
        json.WriteString("marginAsset", contract.QuoteAsset);
    }

    private static void WritePrecisions(Utf8JsonWriter json, SimulatedContract contract)
    {
        json.WriteNumber("pricePrecision", contract.PricePrecision);
        json.WriteNumber("quantityPrecision", contract.QuantityPrecision);
        json.WriteNumber("baseAssetPrecision", 8);
        json.WriteNumber("quotePrecision", 8);
        json.WriteString("underlyingType", "COIN");
        WriteTexts(json, "underlyingSubType", []);
        json.WriteString("triggerProtect", "0.0500");
        json.WriteString("liquidationFee", "0.012500");
        json.WriteString("marketTakeBound", "0.05");
        json.WriteNumber("maxMoveOrderLimit", 10000);
    }

    private static void WriteFilters(Utf8JsonWriter json, SimulatedContract contract)
    {
        WriteFilter(json, "PRICE_FILTER", ("minPrice", contract.MinPrice), ("maxPrice", contract.MaxPrice), ("tickSize", contract.TickSize));
        WriteFilter(json, "LOT_SIZE", ("minQty", contract.MinQuantity), ("maxQty", contract.MaxQuantity), ("stepSize", contract.StepSize));
        WriteFilter(json, "MARKET_LOT_SIZE", ("minQty", contract.MinQuantity), ("maxQty", contract.MaxMarketQuantity), ("stepSize", contract.StepSize));
        WriteLimit(json, "MAX_NUM_ORDERS", 200);
        WriteLimit(json, "MAX_NUM_ALGO_ORDERS", 10);
        WriteFilter(json, "MIN_NOTIONAL", ("notional", contract.MinNotional));
        WriteFilter(
            json, "PERCENT_PRICE", ("multiplierUp", contract.MultiplierUp), ("multiplierDown", contract.MultiplierDown), ("multiplierDecimal", 4m));
    }

    private static void WriteFilter(Utf8JsonWriter json, string type, params (string Name, decimal Value)[] values)
    {
        json.WriteStartObject();
        json.WriteString("filterType", type);
        foreach ((string name, decimal value) in values)
        {
            json.WriteString(name, SimulatedWireNames.Of(value));
        }

        json.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter json, string type, int limit)
    {
        json.WriteStartObject();
        json.WriteString("filterType", type);
        json.WriteNumber("limit", limit);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, string[] texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
