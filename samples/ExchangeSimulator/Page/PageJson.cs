using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Samples;

/// <summary>Reads commands strictly and rejects unknown members. Numbers may be strings, which keep their scale.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(PageError))]
[JsonSerializable(typeof(IReadOnlyList<FaultChoice>))]
[JsonSerializable(typeof(PlaceCommand))]
[JsonSerializable(typeof(PriceCommand))]
[JsonSerializable(typeof(StepCommand))]
[JsonSerializable(typeof(ArmCommand))]
internal sealed partial class PageJson : JsonSerializerContext;
