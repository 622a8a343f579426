namespace Binance.AlgoOrders.Testing;

/// <summary>The options of a simulated exchange.</summary>
public sealed class SimulatedExchangeOptions
{
    /// <summary>Gets the seed of all generated keys, secrets and ids. The same seed generates the same ones in every run. Default: 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Gets the symbols that requests may name, in both markets. Other symbols are rejected with code -1121. <see langword="null"/>, the default, accepts
    /// any 3 to 20 capital letters, digits and underscores.
    /// </summary>
    public IReadOnlySet<string>? Symbols { get; init; }

    /// <summary>
    /// Gets the contracts of USDⓈ-M futures that <c>GET /fapi/v1/exchangeInfo</c> lists and whose limits a new order must observe, each symbol once. A
    /// symbol that is no listed contract has no limits. Default: <see cref="SimulatedContract.Defaults"/>.
    /// </summary>
    public IReadOnlyList<SimulatedContract> Contracts { get; init; } = SimulatedContract.Defaults;

    /// <summary>
    /// Gets whether a parameter that the endpoint does not know is rejected with code -1104. Default: <see langword="false"/>. As Binance does, the exchange
    /// then ignores the parameter, and <see cref="RecordedRequest.IgnoredParameters"/> has its name.
    /// </summary>
    public bool RejectsUnknownParameters { get; init; }

    /// <summary>
    /// Gets whether the WebSocket API rejects a signature over percent-encoded values with code -1022. Binance documents raw values, but its own clients
    /// sign percent-encoded ones. Default: <see langword="false"/>. Both are then accepted, and <see cref="RecordedRequest.HasEncodedSignature"/> has the
    /// difference.
    /// </summary>
    public bool RejectsEncodedWebSocketSignatures { get; init; }

    // Binance's window is a minute. A test of several processes cannot share a virtual clock and needs a shorter one.
    internal int SecondsOfWeightWindow { get; init; } = 60;
}
