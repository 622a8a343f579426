namespace Binance.AlgoOrders;

/// <summary>The family of algo orders, wire name <c>algoType</c>.</summary>
public enum AlgoType
{
    /// <summary><c>CONDITIONAL</c>: triggered by a price.</summary>
    Conditional,
}
