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
    /// Gets the number of requests that <see cref="SimulatedExchange.Requests"/> keeps, the youngest ones. At least 1, or <see langword="null"/>, the
    /// default, for all of them. A server that runs for long needs a bound.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxRequests { get; init => field = Positive(value, nameof(MaxRequests)); }

    /// <summary>
    /// Gets the number of ended orders that each account keeps, of algo orders and of ordinary orders in each market. Beyond it, the account forgets the
    /// order that ended first: <see cref="SimulatedAccount.Orders"/> and the history no longer contain it, and a query gets -2013, as after Binance's own
    /// retention period. Open orders always stay. As many fills
    /// are kept. At least 1, or <see langword="null"/>, the default, for all of them. A server that runs for long needs a
    /// bound.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxEndedOrders { get; init => field = Positive(value, nameof(MaxEndedOrders)); }

    /// <summary>
    /// Gets the number of messages that a WebSocket connection keeps for a client that does not read them. One more drops the connection. At least 1, or
    /// <see langword="null"/>, the default, for any number. A server that runs for long needs a bound.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int? MaxUnreadMessages { get; init => field = Positive(value, nameof(MaxUnreadMessages)); }

    /// <summary>
    /// Gets whether the WebSocket API rejects a signature over percent-encoded values with code -1022. Binance documents raw values, but its own clients
    /// sign percent-encoded ones. Default: <see langword="false"/>. Both are then accepted, and <see cref="RecordedRequest.HasEncodedSignature"/> has the
    /// difference.
    /// </summary>
    public bool RejectsEncodedWebSocketSignatures { get; init; }

    // Binance's window is a minute. A test of several processes cannot share a virtual clock and needs a shorter one.
    internal int SecondsOfWeightWindow { get; init; } = 60;

    private static int? Positive(int? value, string name)
    {
        if (value < 1)
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 1 or null, but was {value}.");
        }

        return value;
    }
}
