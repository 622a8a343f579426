namespace Binance.AlgoOrders;

/// <summary>Which position an order belongs to, wire name <c>positionSide</c>.</summary>
public enum PositionSide
{
    /// <summary><c>BOTH</c>: the only position, in one-way mode.</summary>
    Both,

    /// <summary><c>LONG</c>, in hedge mode.</summary>
    Long,

    /// <summary><c>SHORT</c>, in hedge mode.</summary>
    Short,
}
