using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>DELETE /fapi/v1/algoOrder</c>, weight 1, repeatable.</summary>
internal static class CancelAlgoOrderEndpoint
{
    public static async Task<CancelAlgoOrderResult> CancelAsync(ApiTransport transport, CancelAlgoOrderRequest request, CancellationToken cancellationToken)
    {
        ApiRequest<CancelAlgoOrderResult> apiRequest = Describe(request);
        Attempt<CancelAlgoOrderResult> attempt = await transport.SendAsync(apiRequest, cancellationToken).ConfigureAwait(false);
        return attempt.Answer ?? throw attempt.ToException(apiRequest.ToString());
    }

    private static ApiRequest<CancelAlgoOrderResult> Describe(CancelAlgoOrderRequest request) => new(
        HttpMethod.Delete,
        "fapi/v1/algoOrder",
        request.Id.ToParameter(),
        request.RecvWindow,
        request.Timeout,
        body => ReadAcknowledgement(body, request.Id));

    private static CancelAlgoOrderResult? ReadAcknowledgement(ReadOnlySpan<byte> body, AlgoOrderId requested)
    {
        CancelAlgoOrderJsonContext.Body? answer = JsonSerializer.Deserialize(body, CancelAlgoOrderJsonContext.Default.BodyInfo);
        return answer switch
        {
            { AlgoId: > 0, Code: "200", AlgoStatus: null or "CANCELED" } when Concerns(answer, requested) => Result(answer, answer.Code, answer.Message),
            { AlgoId: > 0, Code: null, AlgoStatus: "CANCELED" } when Concerns(answer, requested) => Result(answer, "200", answer.AlgoStatus),
            _ => null,
        };
    }

    private static bool Concerns(CancelAlgoOrderJsonContext.Body answer, AlgoOrderId requested) => requested switch
    {
        AlgoOrderId.ByAlgoId byAlgoId => answer.AlgoId == byAlgoId.AlgoId,
        AlgoOrderId.ByClientAlgoId byClientAlgoId => answer.ClientAlgoId == byClientAlgoId.ClientAlgoId,
        _ => false,
    };

    private static CancelAlgoOrderResult Result(CancelAlgoOrderJsonContext.Body answer, string code, string? message) => new()
    {
        AlgoId = answer.AlgoId,
        ClientAlgoId = answer.ClientAlgoId ?? "",
        Code = code,
        Message = message ?? "",
    };
}
