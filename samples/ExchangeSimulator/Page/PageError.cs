using System.Text.Json.Serialization;

namespace Binance.AlgoOrders.Samples;

/// <summary>The error that a command returned.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Error">A sentence that names the invalid member and states what is allowed.</param>
/// <param name="Field">The invalid member, or <see langword="null"/> if the command has none.</param>
internal sealed record PageError([property: JsonIgnore] int StatusCode, string Error, string? Field = null);
