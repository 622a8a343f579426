using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>A request that is answered with a list of orders.</summary>
internal sealed class AlgoOrderListRequest(ApiOperation operation, string parameters) : TextRequest<List<AlgoOrder>>(operation, parameters)
{
    protected override List<AlgoOrder>? Read(ReadOnlySpan<byte> body) => AlgoOrderJsonContext.ReadList(body);
}
