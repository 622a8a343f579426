using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Samples;

/// <summary>Commands are read strictly: what is misspelt is told, not ignored. Numbers may be texts, which keep their scale.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    NumberHandling = JsonNumberHandling.AllowReadingFromString,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PageState))]
[JsonSerializable(typeof(PageRefusal))]
[JsonSerializable(typeof(IReadOnlyList<FaultChoice>))]
[JsonSerializable(typeof(PlaceCommand))]
[JsonSerializable(typeof(StepCommand))]
[JsonSerializable(typeof(ArmCommand))]
internal sealed partial class PageJson : JsonSerializerContext;
