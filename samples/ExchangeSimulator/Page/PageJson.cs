using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Samples;

/// <summary>Writes the state and the errors of the page.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(PageError))]
[JsonSerializable(typeof(IReadOnlyList<FaultChoice>))]
internal sealed partial class PageJson : JsonSerializerContext;
