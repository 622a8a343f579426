namespace Binance.AlgoOrders;

/// <summary>Specifies the side of the position that an order belongs to, wire name <c>positionSide</c>.</summary>
public enum PositionSide
{
    /// <summary><c>BOTH</c>: the only position of a contract, in one-way mode.</summary>
    Both,

    /// <summary><c>LONG</c>: the long position, in hedge mode.</summary>
    Long,

    /// <summary><c>SHORT</c>: the short position, in hedge mode.</summary>
    Short,
}
