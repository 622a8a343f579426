using Binance.AlgoOrders.Testing.Internal.Limits;
using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Rules.Placing;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Places, queries and cancels ordinary orders, child orders included.</summary>
internal static class OrdinaryOrder
{
    public static readonly IReadOnlyList<string> PlaceParameterNames =
    [
        "symbol", "side", "type", "positionSide", "timeInForce", "quantity", "price", "reduceOnly", "newClientOrderId", "newOrderRespType", "selfTradePreventionMode",
        "priceMatch", "goodTillDate",
    ];

    public static readonly IReadOnlyList<string> ParameterNames = ["symbol", "orderId", "origClientOrderId"];

    private static readonly ErrorResponse NeitherId = new(400, -1102, "Param 'origClientOrderId' or 'orderId' must be sent, but both were empty/null!");

    public static ProcessingResult Place(EndpointCall call)
    {
        OrderRate rate = call.Orders.Rate;
        var parameters = new NewOrderParameters(call.Parameters);
        ErrorResponse? error = rate.Check(call.Now)
            ?? OrdinaryOrderRules.Check(parameters, call.Symbols, call.Account, call.Market, call.Prices)
            ?? ContractRule.Check(parameters, call.Contract);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        rate.Count(call.Now);
        return Show(call.Account.PlaceOrdinary(ToTerms(parameters, call.Market))) with { Headers = rate.HeadersAt(call.Now) };
    }

    public static ProcessingResult Query(EndpointCall call) => Execute(call, ErrorResponse.OrderDoesNotExist, static _ => true, Show);

    public static ProcessingResult Cancel(EndpointCall call) => Execute(
        call,
        ErrorResponse.UnknownOrderSent,
        static order => order.Status == SimulatedOrdinaryStatus.New,
        static order =>
        {
            order.Cancel();
            return Show(order);
        });

    private static ProcessingResult Execute(
        EndpointCall call, ErrorResponse notFound, Func<SimulatedOrdinaryOrder, bool> isFound, Func<SimulatedOrdinaryOrder, ProcessingResult> execute)
    {
        RequestParameters parameters = call.Parameters;
        ErrorResponse? error = call.Symbols.Check(parameters)
            ?? ParameterRule.Numbers(parameters, ["orderId"])
            ?? NeitherId.When(!parameters.Has("orderId") && !parameters.Has("origClientOrderId"));
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        if (Find(call) is not { } order || !isFound(order))
        {
            return ProcessingResult.Rejected(notFound);
        }

        return execute(order);
    }

    private static SimulatedOrdinaryOrder? Find(EndpointCall call)
    {
        SimulatedOrdinaryOrder? order = call.Parameters.Number("orderId") switch
        {
            { } orderId => call.OrdinaryOrders.Find(orderId),
            null => call.OrdinaryOrders.Find(call.Parameters["origClientOrderId"]!),
        };
        return order?.Terms.Symbol == call.Parameters["symbol"] ? order : null;
    }

    private static ProcessingResult Show(SimulatedOrdinaryOrder order) =>
        new(ResponseJson.Write(json => OrdinaryOrderJson.Write(json, order)), Order: order.Parent) { OrdinaryOrder = order };

    private static SimulatedOrdinaryTerms ToTerms(NewOrderParameters order, SimulatedMarket market) => new()
    {
        Market = market,
        Symbol = order.Parameters["symbol"]!,
        Side = order.Side,
        Type = order.Type,
        Quantity = order.Decimal("quantity")!.Value,
        Price = order.Decimal("price") ?? 0,
        PositionSide = order.PositionSide,
        TimeInForce = order.Parameters["timeInForce"] ?? "GTC",
        ReduceOnly = order.IsReduceOnly,
        ClientOrderId = order.Parameters["newClientOrderId"],
    };
}
