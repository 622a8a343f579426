namespace Binance.AlgoOrders;

/// <summary>Specifies the side of an order, wire name <c>side</c>.</summary>
public enum OrderSide
{
    /// <summary><c>BUY</c>.</summary>
    Buy,

    /// <summary><c>SELL</c>.</summary>
    Sell,
}
