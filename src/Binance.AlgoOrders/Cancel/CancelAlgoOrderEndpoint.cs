using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Cancels one order, <c>DELETE /fapi/v1/algoOrder</c>, weight 1, repeatable.</summary>
internal static class CancelAlgoOrderEndpoint
{
    private static readonly ApiEndpoint Cancel = new(HttpMethod.Delete, "algoOrder");

    public static async Task<CancelAlgoOrderResult> CancelAsync(RequestPipeline pipeline, CallContext call, CancelAlgoOrderRequest request)
    {
        ApiRequest<CancelAlgoOrderResult> cancel = CreateRequest(request.Id, request.RecvWindow);
        Attempt attempt = await pipeline.SendWithRetryAsync(cancel, call).ConfigureAwait(false);
        CancelAlgoOrderResult acknowledgement = cancel.ResponseOf(attempt) ?? throw attempt.ToException(call);
        if (call.MayExecuteUntil is { } until)
        {
            return acknowledgement with { MayExecuteUntil = until };
        }

        return acknowledgement;
    }

    public static ApiRequest<CancelAlgoOrderResult> CreateRequest(AlgoOrderId id, TimeSpan? recvWindow) => new Request(id, recvWindow);

    private sealed class Request(AlgoOrderId id, TimeSpan? recvWindow) : OrderIdRequest<CancelAlgoOrderResult>(Cancel, id, recvWindow)
    {
        protected override CancelAlgoOrderResult? Read(ReadOnlySpan<byte> body) => CancelAcknowledgement.Read(Id, body);
    }
}
