using Binance.AlgoOrders.Testing.Internal.State;

namespace Binance.AlgoOrders.Testing;

// Ordinary orders, positions and the balance.
public sealed partial class SimulatedAccount
{
    private readonly OrdinaryOrders[] _ordinary;
    private readonly PositionBook[] _positions = [new(), new()];
    private bool _hasMargin = true;
    private decimal _initialBalance = 10_000m;

    /// <summary>
    /// Gets or sets whether the account has margin for new positions. Without it, the child order of a conditional order that could enlarge a position is
    /// rejected, and so is a new ordinary order. Default: <see langword="true"/>.
    /// </summary>
    public bool HasMargin
    {
        get => _exchange.Read(() => _hasMargin);
        set => _exchange.Read(() => _hasMargin = value);
    }

    /// <summary>Gets or sets the balance in USDT before any trade. Default: 10,000.</summary>
    public decimal InitialBalance
    {
        get => _exchange.Read(() => _initialBalance);
        set => _exchange.Read(() => _initialBalance = value);
    }

    /// <summary>Gets the balance in USDT with the profits and the commissions of all trades.</summary>
    public decimal WalletBalance => _exchange.Read(() =>
        _initialBalance + _positions.SelectMany(book => book.All).Sum(static position => position.RealizedProfit) - _ordinary.Sum(static orders => orders.Commissions));

    /// <summary>Gets a copy of all ordinary orders of this account in both markets, child orders included, the oldest first.</summary>
    public IReadOnlyList<SimulatedOrdinaryOrder> OrdinaryOrders =>
        _exchange.Read(() => _ordinary.SelectMany(static orders => orders.All).OrderBy(static order => order.OrderId).ToArray());

    /// <summary>Gets a copy of the positions of this account in both markets, also those that are closed.</summary>
    public IReadOnlyList<SimulatedPosition> Positions => _exchange.Read(() => _positions.SelectMany(book => book.All).ToArray());

    /// <summary>Returns the position in a contract, with the quantity zero if there is none.</summary>
    /// <param name="symbol"><c>symbol</c>.</param>
    /// <param name="positionSide">BOTH in one-way mode, LONG or SHORT in hedge mode.</param>
    /// <param name="market">The market.</param>
    public SimulatedPosition PositionOf(string symbol, string positionSide = "BOTH", SimulatedMarket market = SimulatedMarket.UsdMargined) =>
        _exchange.Read(() => PositionsIn(market).Of(symbol, positionSide));

    /// <summary>Gives the account a position, as if it had been traded before.</summary>
    /// <param name="position">The position. It takes the place of the one in the same contract.</param>
    /// <param name="market">The market.</param>
    public void SetPosition(SimulatedPosition position, SimulatedMarket market = SimulatedMarket.UsdMargined)
    {
        ArgumentNullException.ThrowIfNull(position);
        lock (_exchange.Lock)
        {
            PositionsIn(market).Set(position);
        }
    }

    /// <summary>Places an ordinary order. A MARKET order is filled at the last price of the contract, or rests while there is none.</summary>
    /// <param name="terms">The terms of the order.</param>
    /// <returns>The order, after it was matched with the price.</returns>
    public SimulatedOrdinaryOrder PlaceOrdinary(SimulatedOrdinaryTerms terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        return _exchange.Read(() => _exchange.Matching.Place(this, terms));
    }

    internal OrdinaryOrders OrdinaryIn(SimulatedMarket market) => _ordinary[(int)market];

    internal PositionBook PositionsIn(SimulatedMarket market) => _positions[(int)market];
}
