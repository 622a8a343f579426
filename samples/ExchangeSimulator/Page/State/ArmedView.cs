namespace Binance.AlgoOrders.Samples;

/// <param name="Fault">Its name.</param>
/// <param name="Left">How many requests it will strike yet; <see langword="null"/>: it stays for good.</param>
/// <param name="Requests">Which requests; <see langword="null"/>: any.</param>
internal sealed record ArmedView(string Fault, int? Left, string? Requests);
