using Binance.AlgoOrders.Testing.Internal.Limits;
using Binance.AlgoOrders.Testing.Internal.Rules.Placing;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Places an order.</summary>
internal static class PlaceOrder
{
    public static ProcessingResult Execute(EndpointCall call)
    {
        OrderRate rate = call.Orders.Rate;
        var parameters = new NewOrderParameters(call.Parameters);
        ErrorResponse? error = rate.Check(call.Now)
            ?? OrderRules.Check(parameters, call.Symbols, call.Account, call.Market, call.Now)
            ?? ContractRule.Check(parameters, call.Contract)
            ?? ImmediateTriggerRule.Check(parameters, call.Prices);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        SimulatedOrder order = call.Account.Place(parameters.ToTerms(call.Market));
        rate.Count(call.Now);
        return new ProcessingResult(ResponseJson.Write(json => OrderJson.WritePlaced(json, OrderView.Current(order))), Order: order) { Headers = rate.HeadersAt(call.Now) };
    }
}
