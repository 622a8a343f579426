using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>A request to which Binance responds with a list of orders.</summary>
/// <param name="endpoint">The endpoint.</param>
/// <param name="parameters">The percent-encoded parameters.</param>
/// <param name="symbol">The symbol of the orders, or null for all symbols. A list with an order of another symbol is no response.</param>
internal sealed class AlgoOrderListRequest(ApiEndpoint endpoint, string parameters, string? symbol) : QueryStringRequest<List<AlgoOrder>>(endpoint, parameters)
{
    protected override List<AlgoOrder>? Read(ReadOnlySpan<byte> body)
    {
        List<AlgoOrder>? orders = AlgoOrderJsonContext.ReadList(body);
        return orders?.TrueForAll(IsExpected) == true ? orders : null;
    }

    private bool IsExpected(AlgoOrder order) => symbol is null || order.Symbol is null || order.Symbol == symbol;
}
