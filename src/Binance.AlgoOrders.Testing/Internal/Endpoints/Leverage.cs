using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Sets the leverage of a symbol.</summary>
internal static class Leverage
{
    public const int MaxLeverage = 125;

    // Binance's example. The brackets of the contracts are not simulated.
    public const int MaxNotional = 1_000_000;

    public static ProcessingResult Set(EndpointCall call)
    {
        ErrorResponse? error = call.Symbols.Check(call.Parameters) ?? call.Parameters.RequireNumber("leverage");
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        if (call.Parameters.Number("leverage") is not (>= 1 and <= MaxLeverage and var sent))
        {
            return ProcessingResult.Rejected(new ErrorResponse(400, -4028, $"Leverage {call.Parameters["leverage"]} is not valid"));
        }

        string symbol = call.Parameters["symbol"]!;
        int leverage = (int)sent;
        call.Account.Settings.SetLeverage(symbol, leverage);
        return new ProcessingResult(ResponseJson.Object(json =>
        {
            json.WriteString("symbol", symbol);
            json.WriteNumber("leverage", leverage);
            json.WriteString("maxNotionalValue", SimulatedWireNames.Of(MaxNotional));
        }));
    }
}
