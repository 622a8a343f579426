using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Queries one order, <c>GET /fapi/v1/algoOrder</c>, weight 1.</summary>
internal static class FindAlgoOrderEndpoint
{
    private static readonly ApiEndpoint Query = new(HttpMethod.Get, "algoOrder");
    private static readonly ApiEndpoint Lookup = Query with { Priority = RequestPriority.Cancel };

    public static async Task<AlgoOrder?> FindAsync(RequestPipeline pipeline, CallContext call, AlgoOrderId id)
    {
        ApiRequest<AlgoOrder> request = new Request(Query, id);
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        return attempt.IsNotFound() ? null : request.ResponseOf(attempt) ?? throw attempt.ToException(call);
    }

    /// <summary>Creates a request that finds out what became of a cancel or of a new order.</summary>
    public static ApiRequest<AlgoOrder> CreateLookup(AlgoOrderId id) => new Request(Lookup, id);

    private sealed class Request(ApiEndpoint endpoint, AlgoOrderId id) : OrderIdRequest<AlgoOrder>(endpoint, id)
    {
        public override string? DescribeUnread(object response) => AlgoOrderReader.DescribeUnread([(AlgoOrder)response]);

        protected override AlgoOrder? Read(ReadOnlySpan<byte> body)
        {
            AlgoOrder? order = AlgoOrderReader.Read(body);
            return order is not null && Id.Matches(order.AlgoId, order.ClientAlgoId) ? order : null;
        }
    }
}

/// <summary>A request whose only parameter is the id of an order.</summary>
internal abstract class OrderIdRequest<TResponse>(ApiEndpoint endpoint, AlgoOrderId id, TimeSpan? recvWindow = null) : ApiRequest<TResponse>(endpoint, recvWindow)
    where TResponse : class
{
    public override object SubjectId => id;

    public override int MaxLength => id.MaxParameterLength;

    protected AlgoOrderId Id => id;

    public override int Write(Span<byte> destination) => id.WriteParameter(destination);
}
