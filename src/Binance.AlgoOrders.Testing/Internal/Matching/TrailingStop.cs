namespace Binance.AlgoOrders.Testing.Internal.Matching;

/// <summary>
/// Follows the price for a trailing stop. From its activation on, a stop that sells remembers the highest price and triggers when the price has fallen by the
/// callback rate. A stop that buys does the opposite.
/// </summary>
internal sealed class TrailingStop
{
    private readonly SimulatedOrderTerms _terms;
    private decimal? _extreme;

    /// <summary>Follows the price from the placement on.</summary>
    /// <param name="terms">The terms of the stop.</param>
    /// <param name="price">The price at the placement, or null if the contract has none.</param>
    public TrailingStop(SimulatedOrderTerms terms, SimulatedPrice? price)
    {
        _terms = terms;
        if (price is not null)
        {
            Follow(TriggerRule.PriceFor(terms.WorkingType, price));
        }
    }

    // A price that rises is good for a position that a stop sells.
    private int Direction => -TradeSide.SignOf(_terms.Side);

    /// <summary>Follows the price.</summary>
    /// <returns>True if the stop triggers.</returns>
    public bool Follow(decimal price)
    {
        if (_extreme is { } extreme)
        {
            _extreme = Direction * Math.Max(Direction * extreme, Direction * price);
            decimal callback = _extreme.Value * (_terms.CallbackRate ?? 0) / 100;
            return Direction * (_extreme - price) >= callback;
        }

        // A stop without an activation price is active from the first price on.
        if (Direction * (price - (_terms.ActivatePrice ?? price)) >= 0)
        {
            _extreme = price;
        }

        return false;
    }
}
