namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The prices of the contracts. <see cref="ExchangeState.Lock"/> guards them.</summary>
internal sealed class MarketPrices
{
    private readonly Dictionary<string, decimal> _prices = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the error code of an order that would trigger at once.</summary>
    public int ImmediateTriggerErrorCode { get; set; } = -2021;

    public void Set(string symbol, decimal price) => _prices[symbol] = price;

    public decimal? Find(string symbol) => _prices.TryGetValue(symbol, out decimal price) ? price : null;
}
