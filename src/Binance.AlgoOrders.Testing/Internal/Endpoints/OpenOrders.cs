using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Lists the open orders, all or those with a symbol or an id.</summary>
internal static class OpenOrders
{
    public static readonly IReadOnlyList<string> ParameterNames = ["algoType", "symbol", "algoId"];

    private static readonly ErrorResponse InvalidAlgoType = ErrorResponse.NotValid("algoType");

    public static ProcessingResult Execute(EndpointCall call)
    {
        if (Check(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        string? symbol = call.Deviation.IgnoresSymbol ? null : call.Parameters["symbol"];
        long? algoId = call.Parameters.Number("algoId");
        IEnumerable<SimulatedOrder> orders = call.Orders.Live.Where(order =>
            order.ListedFrom <= call.Now && (symbol is null || order.Symbol == symbol) && (algoId is null || order.AlgoId == algoId));
        return new ProcessingResult(ResponseJson.Array(OrderJson.WriteOpen, orders.Select(OrderView.Current)));
    }

    private static ErrorResponse? Check(RequestParameters parameters) =>
        ParameterRule.NotEmpty(parameters, ParameterNames)
        ?? ParameterRule.Numbers(parameters, ["algoId"])
        ?? InvalidAlgoType.When(parameters["algoType"] is not (null or "CONDITIONAL"));
}
