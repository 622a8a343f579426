using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Samples;

/// <summary>Why the page's server did not do it.</summary>
internal sealed record PageRefusal([property: JsonIgnore] int StatusCode, string Error);
