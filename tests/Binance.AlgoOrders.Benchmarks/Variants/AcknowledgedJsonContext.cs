using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Reads an acknowledgement without reflection.</summary>
[JsonSerializable(typeof(Acknowledged))]
internal sealed partial class AcknowledgedJsonContext : JsonSerializerContext;
