using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>DELETE /fapi/v1/algoOrder</c>, weight 1, repeatable.</summary>
internal static class CancelAlgoOrderEndpoint
{
    private static readonly ApiOperation Cancel = new(HttpMethod.Delete, "algoOrder");

    public static async Task<CancelAlgoOrderResult> CancelAsync(ApiTransport transport, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(request.Timeout, cancellationToken);
        ApiRequest<CancelAlgoOrderResult> cancel = Describe(request.Id, request.RecvWindow);
        Attempt attempt = await transport.SendAsync(cancel, call).ConfigureAwait(false);
        return cancel.AnswerOf(attempt) ?? throw attempt.ToException(call);
    }

    public static ApiRequest<CancelAlgoOrderResult> Describe(AlgoOrderId id, TimeSpan? recvWindow) => new Request(id, recvWindow);

    private sealed class Request(AlgoOrderId id, TimeSpan? recvWindow) : OneOrderRequest<CancelAlgoOrderResult>(Cancel, id, recvWindow)
    {
        protected override CancelAlgoOrderResult? Read(ReadOnlySpan<byte> body) => CancelAcknowledgement.Read(Id, body);
    }
}
