using System.Text.Json;
using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Json;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Cancels all orders of a symbol, <c>DELETE /fapi/v1/algoOpenOrders</c>, weight 1. It is not repeatable, because a late copy would cancel orders that were placed since.</summary>
internal static class CancelAllAlgoOrdersEndpoint
{
    private static readonly ApiEndpoint CancelAll = new(HttpMethod.Delete, "algoOpenOrders") { IsRepeatable = false };

    public static async Task<CancelAllAlgoOrdersResult> CancelAllAsync(RequestPipeline pipeline, CallContext call, string symbol)
    {
        ApiRequest<CancelAllAlgoOrdersResult> request = CreateRequest(symbol);
        Attempt attempt = await pipeline.SendWithRetryAsync(request, call).ConfigureAwait(false);
        return request.ResponseOf(attempt) ?? throw attempt.ToException(call);
    }

    /// <summary>Returns true if the response to a cancel of all orders says that there was none, or that not all could be canceled.</summary>
    public static bool SaysNothingToCancel(Attempt attempt) =>
        attempt.IsNotFound() || attempt is { Error.Code: BinanceErrorCodes.CancelAllFailed, CopiesSent: 1 };

    public static ApiRequest<CancelAllAlgoOrdersResult> CreateRequest(string symbol) => new Request(symbol);

    private sealed class Request(string symbol) : QueryStringRequest<CancelAllAlgoOrdersResult>(CancelAll, "symbol=" + Uri.EscapeDataString(symbol))
    {
        protected override CancelAllAlgoOrdersResult? Read(ReadOnlySpan<byte> body)
        {
            CancelAllAlgoOrdersJsonContext.Body? response = JsonSerializer.Deserialize(body, CancelAllAlgoOrdersJsonContext.Default.BodyInfo);
            return response is { Code: "200", AlgoId: null } ? new CancelAllAlgoOrdersResult { Code = response.Code, Message = response.Message ?? "" } : null;
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

        /// <summary>Gets the id of an order, which only the acknowledgement of a single cancel has.</summary>
        [JsonPropertyName("algoId")]
        public JsonElement? AlgoId { get; init; }

        [JsonPropertyName("msg")]
        public string? Message { get; init; }
    }
}
