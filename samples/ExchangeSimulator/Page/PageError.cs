using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Samples;

/// <summary>The error that a command returned.</summary>
internal sealed record PageError([property: JsonIgnore] int StatusCode, string Error);
