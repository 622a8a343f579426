using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Cancels or queries the order with the given <c>algoId</c> or <c>clientAlgoId</c>.</summary>
internal static class SingleOrder
{
    public static readonly IReadOnlyList<string> ParameterNames = ["algoId", "clientAlgoId"];

    public static ProcessingResult Cancel(EndpointCall call) => Execute(
        call,
        order => order.CancelableFrom <= call.Now,
        ErrorResponse.UnknownOrderSent,
        static order => order.Status == SimulatedOrderStatus.New ? null : $"The order is {SimulatedWireNames.Of(order.Status)}.",
        static order =>
        {
            order.Cancel();
            return new ProcessingResult(ResponseJson.Acknowledgement(order.AlgoId, order.ClientAlgoId), Order: order) { CanceledOrders = [order] };
        });

    public static ProcessingResult Query(EndpointCall call) => Execute(
        call,
        call.IsQueryable,
        ErrorResponse.OrderDoesNotExist,
        order => ExplainRetention(call.Query(order), call.Now),
        order => new ProcessingResult(ResponseJson.Write(json => OrderJson.WriteQueried(json, call.Query(order))), Order: order));

    private static string? ExplainRetention(OrderView view, DateTimeOffset now)
    {
        if (RetentionRule.IsKept(view, now))
        {
            return null;
        }

        return $"The retention period of an order that is {SimulatedWireNames.Of(view.Status)} is over.";
    }

    private static ProcessingResult Execute(
        EndpointCall call,
        Predicate<SimulatedOrder> isVisible,
        ErrorResponse notFound,
        Func<SimulatedOrder, string?> explainUnavailable,
        Func<SimulatedOrder, ProcessingResult> execute)
    {
        if (CheckIds(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        if (Find(call, isVisible) is not { } order)
        {
            return ProcessingResult.Rejected(notFound with { Detail = "This account has no such order, or the order is not visible." });
        }

        if (explainUnavailable(order) is { } detail)
        {
            return ProcessingResult.Rejected(notFound with { Detail = detail }, order);
        }

        return execute(order);
    }

    private static ErrorResponse? CheckIds(RequestParameters parameters) => (parameters.Has("algoId"), parameters.Has("clientAlgoId")) switch
    {
        (false, false) => ErrorResponse.NeitherId,
        (true, true) => ErrorResponse.BothIds,
        (true, false) => parameters.RequireNumber("algoId"),
        (false, true) => null,
    };

    private static SimulatedOrder? Find(EndpointCall call, Predicate<SimulatedOrder> isVisible)
    {
        if (call.Parameters.Number("algoId") is not { } algoId)
        {
            return call.Orders.FindLast(call.Parameters["clientAlgoId"]!, isVisible);
        }

        return call.Orders.Find(algoId) is { } order && isVisible(order) ? order : null;
    }
}
