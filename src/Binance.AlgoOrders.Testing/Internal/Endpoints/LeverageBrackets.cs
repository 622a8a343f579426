using System.Text.Json;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Lists the leverage brackets of the contracts, one bracket each, or those of one symbol as an object.</summary>
internal static class LeverageBrackets
{
    // As maintMarginPercent of exchangeInfo.
    private const decimal MaintenanceMarginRatio = 0.025m;

    public static ProcessingResult Get(EndpointCall call)
    {
        if (call.Parameters["symbol"] is not { } symbol)
        {
            return new ProcessingResult(ResponseJson.Array(Write, call.Contracts.All));
        }

        if (call.Symbols.Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        if (call.Contract is not { } contract)
        {
            return ProcessingResult.Rejected(ErrorResponse.InvalidSymbol with { Detail = $"{symbol} is no listed contract." });
        }

        return new ProcessingResult(ResponseJson.Write(json => Write(json, contract)));
    }

    private static void Write(Utf8JsonWriter json, SimulatedContract contract)
    {
        json.WriteStartObject();
        json.WriteString("symbol", contract.Symbol);
        json.WriteStartArray("brackets");
        json.WriteStartObject();
        json.WriteNumber("bracket", 1);
        json.WriteNumber("initialLeverage", Leverage.MaxLeverage);
        json.WriteNumber("notionalCap", Leverage.MaxNotional);
        json.WriteNumber("notionalFloor", 0);
        json.WriteNumber("maintMarginRatio", MaintenanceMarginRatio);
        json.WriteNumber("cum", 0);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
