using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The typed result of the clients that one would write oneself.</summary>
internal sealed record Acknowledged(
    [property: JsonPropertyName("algoId")] long AlgoId,
    [property: JsonPropertyName("clientAlgoId")] string ClientAlgoId,
    [property: JsonPropertyName("code")] string Code,
    [property: JsonPropertyName("msg")] string Message);
