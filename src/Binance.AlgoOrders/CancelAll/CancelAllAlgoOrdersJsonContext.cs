using System.Text.Json.Serialization;
using Binance.AlgoOrders.Internal.Json;

namespace Binance.AlgoOrders;

/// <summary>Reads the acknowledgement of canceling all.</summary>
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
