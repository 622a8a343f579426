namespace Binance.AlgoOrders.Testing;

// The prices.
public sealed partial class SimulatedExchange
{
    /// <summary>
    /// Gets or sets the error code of a new order that would trigger at once by the price of <see cref="SetPrice"/>: -2021, the default, or -4142. Binance
    /// documents both.
    /// </summary>
    public int ImmediateTriggerErrorCode
    {
        get => _state.Read(() => _state.Prices.ImmediateTriggerErrorCode);
        set => _state.Read(() => _state.Prices.ImmediateTriggerErrorCode = value);
    }

    /// <summary>
    /// Gets or sets the time for which an order that triggers by the price of <see cref="SetPrice"/> is TRIGGERING, on the exchange's time provider. A cancel
    /// is then too late, and the child order is placed at the end, at the price of that time. Applies to orders that trigger from now on. Default: zero.
    /// Binance's took 17 to 408 ms.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public TimeSpan TriggeringDuration
    {
        get => _state.Read(() => _state.TriggeringDuration);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, TimeSpan.Zero);
            _state.Read(() => _state.TriggeringDuration = value);
        }
    }

    /// <summary>
    /// Sets the price of a contract. Conditional orders whose condition it meets trigger, and their child orders are filled: MARKET orders at the last price,
    /// LIMIT orders once the last price reaches their own. A new order that would trigger at once is rejected. Without a price, no order triggers by itself.
    /// </summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
    /// <param name="last">The price of the last trade in the quote asset. Greater than zero.</param>
    /// <param name="mark">The mark price, greater than zero, or <see langword="null"/> for the same as <paramref name="last"/>.</param>
    /// <exception cref="ArgumentException"><paramref name="symbol"/> is null, empty or white space only.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A price is zero or negative.</exception>
    public void SetPrice(string symbol, decimal last, decimal? mark = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(last);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(mark ?? last, nameof(mark));
        _state.Read(() => _state.Matching.SetPrice(symbol, new SimulatedPrice(last, mark ?? last)));
    }

    /// <summary>Gets a copy of the prices of all contracts that have one, in the order of their symbols.</summary>
    public IReadOnlyList<KeyValuePair<string, SimulatedPrice>> Prices => _state.Read(() => _state.Prices.All.ToArray());

    /// <summary>Returns the prices of a contract, or <see langword="null"/> if it has none.</summary>
    /// <param name="symbol">The contract, such as <c>BTCUSDT</c>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="symbol"/> is null.</exception>
    public SimulatedPrice? PriceOf(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        return _state.Read(() => _state.Prices.Find(symbol));
    }
}
