using System.Text.Json;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary><c>DELETE /fapi/v1/algoOpenOrders</c>, weight 1, repeatable.</summary>
internal static class CancelAllAlgoOrdersEndpoint
{
    private static readonly ApiOperation CancelAll = new(HttpMethod.Delete, "algoOpenOrders");

    public static async Task<CancelAllAlgoOrdersResult> CancelAllAsync(ApiTransport transport, string symbol, CancellationToken cancellationToken)
    {
        ApiCall call = transport.Begin(timeout: null, cancellationToken);
        ApiRequest<CancelAllAlgoOrdersResult> request = Describe(symbol);
        Attempt attempt = await transport.SendAsync(request, call).ConfigureAwait(false);
        return request.AnswerOf(attempt) ?? throw attempt.ToException(call);
    }

    public static ApiRequest<CancelAllAlgoOrdersResult> Describe(string symbol) => new Request(symbol);

    private sealed class Request(string symbol) : TextRequest<CancelAllAlgoOrdersResult>(CancelAll, "symbol=" + Uri.EscapeDataString(symbol))
    {
        protected override CancelAllAlgoOrdersResult? Read(ReadOnlySpan<byte> body) =>
            JsonSerializer.Deserialize(body, CancelAllAlgoOrdersJsonContext.Default.BodyInfo) is { Code: "200" } answer
                ? new CancelAllAlgoOrdersResult { Code = answer.Code, Message = answer.Message ?? "" }
                : null;
    }
}
