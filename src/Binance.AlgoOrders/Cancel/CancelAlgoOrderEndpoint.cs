using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>DELETE /fapi/v1/algoOrder</c>, weight 1, repeatable.</summary>
internal static class CancelAlgoOrderEndpoint
{
    public static async Task<CancelAlgoOrderResult> CancelAsync(ApiTransport transport, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(request.Timeout, cancellationToken);
        Attempt<CancelAlgoOrderResult> attempt = await transport.SendAsync(Describe(request.Id, request.RecvWindow), call).ConfigureAwait(false);
        return attempt.Answer ?? throw attempt.ToException(call);
    }

    public static ApiRequest<CancelAlgoOrderResult> Describe(AlgoOrderId id, TimeSpan? recvWindow) =>
        new(HttpMethod.Delete, "algoOrder", id.ToParameter(), body => ReadAcknowledgement(body, id)) { RecvWindow = recvWindow };

    private static CancelAlgoOrderResult? ReadAcknowledgement(ReadOnlySpan<byte> body, AlgoOrderId requested)
    {
        CancelAlgoOrderJsonContext.Body? answer = JsonSerializer.Deserialize(body, CancelAlgoOrderJsonContext.Default.BodyInfo);
        if (answer is null || !requested.Names(answer.AlgoId, answer.ClientAlgoId))
        {
            return null;
        }

        return answer switch
        {
            { Code: "200", AlgoStatus: null or "CANCELED" } => Result(answer, answer.Code, answer.Message),
            { Code: null, AlgoStatus: "CANCELED" } => Result(answer, "200", answer.AlgoStatus),
            _ => null,
        };
    }

    private static CancelAlgoOrderResult Result(CancelAlgoOrderJsonContext.Body answer, string code, string? message) => new()
    {
        AlgoId = answer.AlgoId,
        ClientAlgoId = answer.ClientAlgoId ?? "",
        Code = code,
        Message = message ?? "",
    };
}
