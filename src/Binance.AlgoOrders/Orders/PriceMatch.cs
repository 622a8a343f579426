namespace Binance.AlgoOrders;

/// <summary>Specifies the order book price that a limit order takes instead of a price of its own, wire name <c>priceMatch</c>.</summary>
public enum PriceMatch
{
    /// <summary><c>NONE</c>: the order has a price of its own.</summary>
    None,

    /// <summary><c>OPPONENT</c>: the best price on the opposite side.</summary>
    Opponent,

    /// <summary><c>OPPONENT_5</c>: the 5th best price on the opposite side.</summary>
    Opponent5,

    /// <summary><c>OPPONENT_10</c>: the 10th best price on the opposite side.</summary>
    Opponent10,

    /// <summary><c>OPPONENT_20</c>: the 20th best price on the opposite side.</summary>
    Opponent20,

    /// <summary><c>QUEUE</c>: the best price on the order's own side.</summary>
    Queue,

    /// <summary><c>QUEUE_5</c>: the 5th best price on the order's own side.</summary>
    Queue5,

    /// <summary><c>QUEUE_10</c>: the 10th best price on the order's own side.</summary>
    Queue10,

    /// <summary><c>QUEUE_20</c>: the 20th best price on the order's own side.</summary>
    Queue20,
}
