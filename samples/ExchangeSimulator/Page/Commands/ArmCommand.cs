namespace Binance.AlgoOrders.Samples;

/// <summary>Arms a fault for the next requests.</summary>
/// <param name="Fault">The fault's name.</param>
/// <param name="Count">The number of requests.</param>
/// <param name="Method">The HTTP method of the requests, or <see langword="null"/> for any.</param>
/// <param name="Seconds">The duration of a timed fault, in seconds.</param>
internal sealed record ArmCommand(string Fault, int Count = 1, string? Method = null, double Seconds = 3);
