namespace Binance.AlgoOrders.Testing;

/// <summary>What a simulated exchange starts from.</summary>
public sealed class SimulatedExchangeOptions
{
    /// <summary>Decides every key, secret and id that the exchange makes up: the same seed makes the same ones in every run. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// The symbols that requests may name, of both markets; another one is refused with -1121. <see langword="null"/>, the default, takes any of 3 to
    /// 20 capitals, digits and underscores.
    /// </summary>
    public IReadOnlySet<string>? Symbols { get; init; }

    // Binance counts by the minute; a test of many processes, which cannot share a virtual clock, has less time.
    internal int SecondsOfWeightWindow { get; init; } = 60;
}
