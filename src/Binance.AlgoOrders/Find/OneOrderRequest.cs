using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>A request whose only parameter is the id of an order.</summary>
internal abstract class OneOrderRequest<TAnswer>(ApiOperation operation, AlgoOrderId id, TimeSpan? recvWindow = null) : ApiRequest<TAnswer>(operation, recvWindow)
    where TAnswer : class
{
    public override int MaxLength => id.MaxParameterLength;

    protected AlgoOrderId Id => id;

    public override int Write(Span<byte> destination) => id.WriteParameter(destination);
}
