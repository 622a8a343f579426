namespace Binance.AlgoOrders;

/// <summary>The price of a limit order: one of its own, or one of the order book at the trigger.</summary>
public sealed record LimitPrice
{
    private LimitPrice(decimal? price, PriceMatch? match) => (Price, Match) = (price, match);

    /// <summary>In the quote asset, wire name <c>price</c>; null: a price of the book.</summary>
    public decimal? Price { get; }

    /// <summary>Which price of the book, wire name <c>priceMatch</c>; null: a price of its own.</summary>
    public PriceMatch? Match { get; }

    /// <summary>A price of its own, wire name <c>price</c>.</summary>
    /// <param name="price">In the quote asset. Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="price"/> is zero or negative.</exception>
    public static LimitPrice At(decimal price) => new(PlaceRules.AboveZero(price), match: null);

    /// <summary>A price of the order book, wire name <c>priceMatch</c>.</summary>
    /// <param name="match">Any but <see cref="PriceMatch.None"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="match"/> is <see cref="PriceMatch.None"/> or unknown.</exception>
    public static LimitPrice Matching(PriceMatch match) => match == PriceMatch.None
        ? throw new ArgumentOutOfRangeException(nameof(match), match, "A price of the book is one of OPPONENT… and QUEUE….")
        : new(price: null, PlaceRules.Known(match));

    internal void Write(ParameterWriter parameters)
    {
        parameters.Add("price", Price);
        parameters.Add("priceMatch", Match);
    }
}
