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
        ApiRequest<CancelAlgoOrderResult> cancel = CreateRequest(request.Id, request.RecvWindow, isLookedUp: false);
        Attempt attempt = await pipeline.SendWithRetryAsync(cancel, call).ConfigureAwait(false);
        CancelAlgoOrderResult acknowledgement = cancel.ResponseOf(attempt) ?? throw attempt.ToException(call);
        if (call.MayExecuteUntil is { } until)
        {
            return acknowledgement with { MayExecuteUntil = until };
        }

        return acknowledgement;
    }

    /// <param name="id">The id of the order.</param>
    /// <param name="recvWindow">The time after its timestamp in which Binance may execute the request, or null for the client's default.</param>
    /// <param name="isLookedUp">True if the call looks the order up after a refusal.</param>
    public static ApiRequest<CancelAlgoOrderResult> CreateRequest(AlgoOrderId id, TimeSpan? recvWindow, bool isLookedUp = true) => new Request(id, recvWindow, isLookedUp);

    private sealed class Request(AlgoOrderId id, TimeSpan? recvWindow, bool isLookedUp) : OrderIdRequest<CancelAlgoOrderResult>(Cancel, id, recvWindow)
    {
        public override bool IsLookedUp => isLookedUp;

        protected override CancelAlgoOrderResult? Read(ReadOnlySpan<byte> body) => CancelAcknowledgement.Read(Id, body);
    }
}
