using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Json;

namespace Binance.AlgoOrders;

/// <summary>Reads both shapes of a cancel's answer: the short acknowledgement, and the order itself as the WebSocket API answers.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString)]
[JsonSerializable(typeof(Body), TypeInfoPropertyName = "BodyInfo")]
internal sealed partial class CancelAlgoOrderJsonContext : JsonSerializerContext
{
    internal sealed record Body
    {
        [JsonPropertyName("algoId")]
        public long AlgoId { get; init; }

        [JsonPropertyName("clientAlgoId")]
        public string? ClientAlgoId { get; init; }

        [JsonPropertyName("code")]
        [JsonConverter(typeof(LenientTextConverter))]
        public string? Code { get; init; }

        [JsonPropertyName("msg")]
        public string? Message { get; init; }

        [JsonPropertyName("algoStatus")]
        public string? AlgoStatus { get; init; }
    }
}
