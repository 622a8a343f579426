namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The prices of the contracts. <see cref="ExchangeState.Lock"/> guards them.</summary>
internal sealed class MarketPrices
{
    private readonly SortedDictionary<string, SimulatedPrice> _prices = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the error code of an order that would trigger at once.</summary>
    public int ImmediateTriggerErrorCode { get; set; } = -2021;

    /// <summary>Gets all contracts that have a price.</summary>
    public IReadOnlyCollection<KeyValuePair<string, SimulatedPrice>> All => _prices;

    public void Set(string symbol, SimulatedPrice price) => _prices[symbol] = price;

    public SimulatedPrice? Find(string symbol) => _prices.GetValueOrDefault(symbol);
}
