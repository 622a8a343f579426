namespace Binance.AlgoOrders;

/// <summary>Specifies the family of an algo order, wire name <c>algoType</c>.</summary>
public enum AlgoType
{
    /// <summary><c>CONDITIONAL</c>: the order is triggered by a price.</summary>
    Conditional,
}
