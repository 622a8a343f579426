using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>DELETE /fapi/v1/algoOpenOrders</c>, weight 1, repeatable.</summary>
internal static class CancelAllAlgoOrdersEndpoint
{
    public static async Task<CancelAllAlgoOrdersResult> CancelAllAsync(ApiTransport transport, string symbol, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        Attempt<CancelAllAlgoOrdersResult> attempt = await transport.SendAsync(Describe(symbol), call).ConfigureAwait(false);
        return attempt.Answer ?? throw attempt.ToException(call);
    }

    public static ApiRequest<CancelAllAlgoOrdersResult> Describe(string symbol) =>
        new(HttpMethod.Delete, "algoOpenOrders", "symbol=" + Uri.EscapeDataString(symbol), static body =>
            JsonSerializer.Deserialize(body, CancelAllAlgoOrdersJsonContext.Default.BodyInfo) is { Code: "200" } answer
                ? new CancelAllAlgoOrdersResult { Code = answer.Code, Message = answer.Message ?? "" }
                : null);
}
