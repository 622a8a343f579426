using Binance.AlgoOrders.Testing.Internal.Matching;

namespace Binance.AlgoOrders.Testing;

/// <summary>A position of an account in a contract. Immutable.</summary>
/// <param name="Symbol"><c>symbol</c>.</param>
/// <param name="PositionSide"><c>positionSide</c>: BOTH in one-way mode, LONG or SHORT in hedge mode.</param>
public sealed record SimulatedPosition(string Symbol, string PositionSide)
{
    /// <summary>Gets <c>positionAmt</c>: the quantity in the base asset, negative for a short position, zero for none.</summary>
    public decimal Quantity { get; init; }

    /// <summary>Gets <c>entryPrice</c>: the average price at which the position was opened, zero for none.</summary>
    public decimal EntryPrice { get; init; }

    /// <summary>Gets the profit of all trades that reduced the position, in the quote asset.</summary>
    public decimal RealizedProfit { get; init; }

    /// <summary>Returns the unrealized profit at a price, in the quote asset.</summary>
    /// <param name="price">The price, usually the mark price.</param>
    public decimal ProfitAt(decimal price) => Quantity * (price - EntryPrice);

    /// <summary>Returns the quantity by which an order of a side can reduce the position.</summary>
    internal decimal ReducibleBy(string side) => Math.Max(0, -TradeSide.SignOf(side) * Quantity);

    /// <summary>Returns the position after a trade.</summary>
    /// <param name="quantity">The quantity, negative for a sale.</param>
    /// <param name="price">The price of the trade.</param>
    public SimulatedPosition After(decimal quantity, decimal price)
    {
        decimal next = Quantity + quantity;
        if (Math.Sign(Quantity) * Math.Sign(quantity) >= 0)
        {
            return this with { Quantity = next, EntryPrice = AverageWith(quantity, price) };
        }

        decimal closed = Math.Sign(Quantity) * Math.Min(Math.Abs(Quantity), Math.Abs(quantity));
        return this with
        {
            Quantity = next,
            EntryPrice = EntryAfterReduction(next, price),
            RealizedProfit = RealizedProfit + (closed * (price - EntryPrice)),
        };
    }

    private decimal AverageWith(decimal quantity, decimal price) => (Quantity + quantity) switch
    {
        0 => 0,
        var next => ((Quantity * EntryPrice) + (quantity * price)) / next,
    };

    // A trade beyond the position opens one in the other direction.
    private decimal EntryAfterReduction(decimal next, decimal price) => (Math.Sign(next) * Math.Sign(Quantity)) switch
    {
        0 => 0,
        > 0 => EntryPrice,
        _ => price,
    };
}
