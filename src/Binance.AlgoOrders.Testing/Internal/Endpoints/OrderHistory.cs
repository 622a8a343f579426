using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Lists the orders of a symbol, whatever their status is.</summary>
internal static class OrderHistory
{
    private const long DefaultLimit = 500;
    private const long MaxLimit = 1000;
    private const long LongestWindow = HistoryWindow.Week - 1;

    private static readonly ErrorResponse InvalidLimit = ErrorResponse.NotValid("limit");
    private static readonly string[] Numbers = ["algoId", "startTime", "endTime", "limit"];

    public static IReadOnlyList<string> ParameterNames { get; } = ["symbol", .. Numbers];

    public static ProcessingResult Execute(EndpointCall call)
    {
        RequestParameters parameters = call.Parameters;
        long limit = parameters.Number("limit") ?? DefaultLimit;
        ErrorResponse? error = call.Symbols.Check(parameters)
            ?? ParameterRule.NotEmpty(parameters, Numbers)
            ?? ParameterRule.Numbers(parameters, Numbers)
            ?? HistoryWindow.Check(parameters, LongestWindow)
            ?? InvalidLimit.When(limit is < 1 or > MaxLimit);
        if (error is not null)
        {
            return ProcessingResult.Rejected(error);
        }

        var window = HistoryWindow.Of(parameters, call.Now, LongestWindow);
        long? first = parameters.Number("algoId");
        IEnumerable<SimulatedOrder> orders = call.Orders.All.Where(order =>
            (first is null || order.AlgoId >= first)
            && order.Symbol == parameters["symbol"]
            && window.Contains(order.CreatedAt)
            && call.IsQueryable(order)
            && RetentionRule.IsKept(call.Query(order), call.Now));

        // Binance: "If algoId is set, it will get orders >= that algoId. Otherwise most recent orders are returned."
        orders = first is null ? orders.TakeLast((int)limit) : orders.Take((int)limit);
        return new ProcessingResult(ResponseJson.Array(OrderJson.WriteQueried, orders.Select(call.Query)));
    }
}
