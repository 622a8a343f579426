using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Gets the commission rates of the account. They are the same for all symbols.</summary>
internal static class CommissionRate
{
    public static ProcessingResult Get(EndpointCall call)
    {
        if (call.Symbols.Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        AccountSettings settings = call.Account.Settings;
        return new ProcessingResult(ResponseJson.Object(json =>
        {
            json.WriteString("symbol", call.Parameters["symbol"]);
            json.WriteString("makerCommissionRate", SimulatedWireNames.Of(settings.MakerCommissionRate));
            json.WriteString("takerCommissionRate", SimulatedWireNames.Of(settings.TakerCommissionRate));
            json.WriteString("rpiCommissionRate", "0");
        }));
    }
}
