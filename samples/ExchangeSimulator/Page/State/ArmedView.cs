namespace Binance.AlgoOrders.Samples;

/// <param name="Fault">The fault's name.</param>
/// <param name="Left">The number of requests that it still applies to, or <see langword="null"/> if it stays armed.</param>
/// <param name="Requests">The requests that it applies to, or <see langword="null"/> for any.</param>
internal sealed record ArmedView(string Fault, int? Left, string? Requests);
