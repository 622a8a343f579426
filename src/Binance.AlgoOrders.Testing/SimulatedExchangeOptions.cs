namespace Binance.AlgoOrders.Testing;

/// <summary>What a simulated exchange starts from.</summary>
public sealed class SimulatedExchangeOptions
{
    /// <summary>Decides every key, secret and id that the exchange makes up: the same seed makes the same ones in every run. Default: 1.</summary>
    public int Seed { get; init; } = 1;
}
