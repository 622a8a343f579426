using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The typed result of the handwritten clients.</summary>
internal sealed record Acknowledged(
    [property: JsonPropertyName("algoId")] long AlgoId,
    [property: JsonPropertyName("clientAlgoId")] string ClientAlgoId,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("msg")] string Message);
