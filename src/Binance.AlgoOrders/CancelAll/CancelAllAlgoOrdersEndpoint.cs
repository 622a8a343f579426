using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Cancels all orders of a symbol, <c>DELETE /fapi/v1/algoOpenOrders</c>, weight 1, repeatable.</summary>
internal static class CancelAllAlgoOrdersEndpoint
{
    private static readonly ApiEndpoint CancelAll = new(HttpMethod.Delete, "algoOpenOrders");

    public static async Task<CancelAllAlgoOrdersResult> CancelAllAsync(RequestPipeline pipeline, CallContext call, string symbol)
    {
        ApiRequest<CancelAllAlgoOrdersResult> request = CreateRequest(symbol);
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        return request.ResponseOf(attempt) ?? throw attempt.ToException(call);
    }

    public static ApiRequest<CancelAllAlgoOrdersResult> CreateRequest(string symbol) => new Request(symbol);

    private sealed class Request(string symbol) : QueryStringRequest<CancelAllAlgoOrdersResult>(CancelAll, "symbol=" + Uri.EscapeDataString(symbol))
    {
        protected override CancelAllAlgoOrdersResult? Read(ReadOnlySpan<byte> body)
        {
            CancelAllAlgoOrdersJsonContext.Body? response = JsonSerializer.Deserialize(body, CancelAllAlgoOrdersJsonContext.Default.BodyInfo);
            return response?.Code == "200" ? new CancelAllAlgoOrdersResult { Code = response.Code, Message = response.Message ?? "" } : null;
        }
    }
}

/// <summary>Reads the acknowledgement of a cancel of all orders.</summary>
[JsonSourceGenerationOptions(AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Body), TypeInfoPropertyName = "BodyInfo")]
internal sealed partial class CancelAllAlgoOrdersJsonContext : JsonSerializerContext
{
    internal sealed record Body
    {
        [JsonPropertyName("code")]
        [JsonConverter(typeof(LenientTextConverter))]
        public string? Code { get; init; }

        [JsonPropertyName("msg")]
        public string? Message { get; init; }
    }
}
