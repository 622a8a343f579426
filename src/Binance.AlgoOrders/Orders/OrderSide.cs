namespace Binance.AlgoOrders;

/// <summary>Which way an order trades, wire name <c>side</c>.</summary>
public enum OrderSide
{
    /// <summary><c>BUY</c>.</summary>
    Buy,

    /// <summary><c>SELL</c>.</summary>
    Sell,
}
