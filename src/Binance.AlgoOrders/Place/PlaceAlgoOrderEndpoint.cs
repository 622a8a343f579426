using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Places an order, <c>POST /fapi/v1/algoOrder</c>, weight 0, not repeatable.</summary>
internal static class PlaceAlgoOrderEndpoint
{
    private static readonly ApiEndpoint New = new(HttpMethod.Post, "algoOrder") { IsRepeatable = false, Weight = 0, CountsAsOrder = true };

    public static ApiRequest<AlgoOrder> CreateRequest(NewAlgoOrder order) => new Request(order);

    private sealed class Request(NewAlgoOrder order) : QueryStringRequest<AlgoOrder>(New, order.ToParameters(), order.RecvWindow)
    {
        private readonly AlgoOrderId _id = AlgoOrderId.FromClientAlgoId(order.ClientAlgoId);

        public override object SubjectId => _id;

        public override string? DescribeUnread(object response) => AlgoOrderReader.DescribeUnread([(AlgoOrder)response]);

        protected override AlgoOrder? Read(ReadOnlySpan<byte> body)
        {
            AlgoOrder? placed = AlgoOrderReader.Read(body);
            return placed is not null && _id.Matches(placed.AlgoId, placed.ClientAlgoId) && PlaceRules.IsSame(placed.Symbol, order.Symbol) ? placed : null;
        }
    }
}
