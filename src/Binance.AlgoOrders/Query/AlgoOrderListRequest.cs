using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>A request to which Binance responds with a list of orders.</summary>
internal sealed class AlgoOrderListRequest(ApiEndpoint endpoint, string parameters) : QueryStringRequest<List<AlgoOrder>>(endpoint, parameters)
{
    protected override List<AlgoOrder>? Read(ReadOnlySpan<byte> body) => AlgoOrderJsonContext.ReadList(body);
}
