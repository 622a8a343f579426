namespace Binance.AlgoOrders.Samples;

/// <summary>The next requests are struck.</summary>
/// <param name="Fault">By its name on the menu.</param>
/// <param name="Count">How many requests.</param>
/// <param name="Method">Only such requests; <see langword="null"/>: any.</param>
/// <param name="Seconds">How long, of a fault that lasts.</param>
internal sealed record ArmCommand(string Fault, int Count = 1, string? Method = null, double Seconds = 3);
