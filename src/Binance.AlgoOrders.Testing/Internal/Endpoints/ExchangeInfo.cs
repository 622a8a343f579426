using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Lists the contracts, their assets and the limits of requests.</summary>
internal static class ExchangeInfo
{
    public static ProcessingResult Execute(EndpointCall call) => new(ResponseJson.Object(json =>
    {
        json.WriteString("timezone", "UTC");
        json.WriteNumber("serverTime", call.Now.ToUnixTimeMilliseconds());
        json.WriteString("futuresType", "U_MARGINED");
        RateLimitJson.WriteAll(json);
        json.WriteStartArray("exchangeFilters");
        json.WriteEndArray();
        WriteAssets(json, call.Contracts.All);
        json.WriteStartArray("symbols");
        foreach (SimulatedContract contract in call.Contracts.All)
        {
            ContractJson.Write(json, contract);
        }

        json.WriteEndArray();
    }));

    private static void WriteAssets(Utf8JsonWriter json, IEnumerable<SimulatedContract> contracts)
    {
        json.WriteStartArray("assets");
        foreach (string asset in contracts.Select(static contract => contract.QuoteAsset).Distinct(StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("asset", asset);
            json.WriteBoolean("marginAvailable", true);
            json.WriteString("autoAssetExchange", "-100");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
