using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Internal.Json;

/// <summary>Reads <c>{"serverTime":1499827319559}</c>.</summary>
[JsonSourceGenerationOptions(NumberHandling = JsonNumberHandling.AllowReadingFromString, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(Body), TypeInfoPropertyName = "BodyInfo")]
internal sealed partial class ServerTimeJsonContext : JsonSerializerContext
{
    internal sealed record Body
    {
        [JsonPropertyName("serverTime")]
        public long ServerTime { get; init; }
    }
}
