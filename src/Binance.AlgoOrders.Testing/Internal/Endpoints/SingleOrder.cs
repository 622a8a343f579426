using Binance.AlgoOrders.Testing.Internal.Rules;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Endpoints;

/// <summary>Cancels or queries the order with the given <c>algoId</c> or <c>clientAlgoId</c>.</summary>
internal static class SingleOrder
{
    public static readonly IReadOnlyList<string> ParameterNames = ["algoId", "clientAlgoId"];

    public static ProcessingResult Cancel(EndpointCall call) => Execute(
        call,
        ErrorResponse.UnknownOrderSent,
        static order => order.Status == SimulatedOrderStatus.New ? null : $"The order is {SimulatedWireNames.Of(order.Status)}.",
        static order =>
        {
            order.Cancel();
            return ResponseJson.Acknowledgement(order.AlgoId, order.ClientAlgoId);
        });

    public static ProcessingResult Query(EndpointCall call) => Execute(
        call,
        ErrorResponse.OrderDoesNotExist,
        order => RetentionRule.IsKept(order, call.Now) ? null : $"The retention period of an order that is {SimulatedWireNames.Of(order.Status)} is over.",
        static order => ResponseJson.Write(json => OrderJson.WriteQueried(json, order)));

    private static ProcessingResult Execute(
        EndpointCall call, ErrorResponse notFound, Func<SimulatedOrder, string?> explainUnavailable, Func<SimulatedOrder, ReadOnlyMemory<byte>> respond)
    {
        if (CheckIds(call.Parameters) is { } error)
        {
            return ProcessingResult.Rejected(error);
        }

        if (Find(call) is not { } order || order.VisibleFrom > call.Now)
        {
            return ProcessingResult.Rejected(notFound with { Detail = "This account has no such order, or the order is not visible yet." });
        }

        if (explainUnavailable(order) is { } detail)
        {
            return ProcessingResult.Rejected(notFound with { Detail = detail }, order);
        }

        return new ProcessingResult(respond(order), Order: order);
    }

    private static ErrorResponse? CheckIds(RequestParameters parameters) => (parameters.Has("algoId"), parameters.Has("clientAlgoId")) switch
    {
        (false, false) => ErrorResponse.NeitherId,
        (true, true) => ErrorResponse.BothIds,
        (true, false) => parameters.RequireNumber("algoId"),
        (false, true) => null,
    };

    private static SimulatedOrder? Find(EndpointCall call)
    {
        if (call.Parameters.Number("algoId") is { } algoId)
        {
            return call.Orders.Find(algoId);
        }

        return call.Orders.Find(call.Parameters["clientAlgoId"]!);
    }
}
