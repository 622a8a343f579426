namespace Binance.AlgoOrders.Testing;

// Trades and commissions.
public sealed partial class SimulatedAccount
{
    /// <summary>
    /// Gets or sets <c>makerCommissionRate</c>: the commission of a fill of a LIMIT order that waited on the order book, as a fraction of its value.
    /// Negative for a rebate. Default: zero. Binance's example is 0.0002.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between -1 and 1.</exception>
    public decimal MakerCommissionRate
    {
        get => _exchange.Read(() => Settings.MakerCommissionRate);
        set => SetRate(value, nameof(value), rate => Settings.MakerCommissionRate = rate);
    }

    /// <summary>
    /// Gets or sets <c>takerCommissionRate</c>: the commission of every other fill, as a fraction of its value. Default: zero. Binance's example is 0.0004.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not between -1 and 1.</exception>
    public decimal TakerCommissionRate
    {
        get => _exchange.Read(() => Settings.TakerCommissionRate);
        set => SetRate(value, nameof(value), rate => Settings.TakerCommissionRate = rate);
    }

    /// <summary>
    /// Gets a copy of the fills of this account in both markets, the oldest first: all, or the newest in each market, as many as
    /// <see cref="SimulatedExchangeOptions.MaxEndedOrders"/>.
    /// </summary>
    public IReadOnlyList<SimulatedTrade> Trades =>
        _exchange.Read(() => _ordinary.SelectMany(static orders => orders.Trades).OrderBy(static trade => trade.Id).ToArray());

    private void SetRate(decimal value, string name, Func<decimal, decimal> set)
    {
        if (value is <= -1 or >= 1)
        {
            throw new ArgumentOutOfRangeException(name, value, "The commission rate must be greater than -1 and less than 1.");
        }

        _exchange.Read(() => set(value));
    }
}
