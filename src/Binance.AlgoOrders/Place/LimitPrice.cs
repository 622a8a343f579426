using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Represents the price of a limit order: a price of its own, or a price of the order book at the trigger.</summary>
public sealed record LimitPrice
{
    private LimitPrice(decimal? price, PriceMatch? match) => (Price, Match) = (price, match);

    /// <summary>Gets the price in the quote asset, wire name <c>price</c>, or null for a price of the order book.</summary>
    public decimal? Price { get; }

    /// <summary>Gets the price of the order book, wire name <c>priceMatch</c>, or null for a price of its own.</summary>
    public PriceMatch? Match { get; }

    /// <summary>Creates a price of its own, wire name <c>price</c>.</summary>
    /// <param name="price">The price in the quote asset. Greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is zero or negative.</exception>
    public static LimitPrice At(decimal price) => new(Guard.Positive(price), match: null);

    /// <summary>Creates a price of the order book, wire name <c>priceMatch</c>.</summary>
    /// <param name="match">The price of the order book, any except <see cref="PriceMatch.None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="match"/> is <see cref="PriceMatch.None"/> or not a member of the enumeration.</exception>
    public static LimitPrice Matching(PriceMatch match)
    {
        if (match == PriceMatch.None)
        {
            throw new ArgumentOutOfRangeException(nameof(match), match, "priceMatch must be one of OPPONENT… and QUEUE…, but was NONE.");
        }

        return new(price: null, Guard.Defined(match));
    }

    /// <summary>Returns true if the price of an order at Binance does not contradict this price. Binance reports a price of zero beside a price match.</summary>
    internal bool Matches(AlgoOrder order) =>
        PlaceRules.IsSame(order.PriceMatch, Match ?? PriceMatch.None) && (Price is null || PlaceRules.IsSame(order.Price, Price));

    internal void WriteTo(ParameterWriter parameters)
    {
        parameters.Add("price", Price);
        parameters.Add("priceMatch", Match);
    }
}
