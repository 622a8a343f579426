namespace Binance.AlgoOrders;

/// <summary>Which price of the order book a limit order takes in place of one of its own, wire name <c>priceMatch</c>.</summary>
public enum PriceMatch
{
    /// <summary><c>NONE</c>: its own price.</summary>
    None,

    /// <summary><c>OPPONENT</c>: the best price of the other side.</summary>
    Opponent,

    /// <summary><c>OPPONENT_5</c>: the 5th best of the other side.</summary>
    Opponent5,

    /// <summary><c>OPPONENT_10</c>: the 10th best of the other side.</summary>
    Opponent10,

    /// <summary><c>OPPONENT_20</c>: the 20th best of the other side.</summary>
    Opponent20,

    /// <summary><c>QUEUE</c>: the best price of its own side.</summary>
    Queue,

    /// <summary><c>QUEUE_5</c>: the 5th best of its own side.</summary>
    Queue5,

    /// <summary><c>QUEUE_10</c>: the 10th best of its own side.</summary>
    Queue10,

    /// <summary><c>QUEUE_20</c>: the 20th best of its own side.</summary>
    Queue20,
}
