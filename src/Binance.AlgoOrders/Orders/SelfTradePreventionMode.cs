namespace Binance.AlgoOrders;

/// <summary>What happens when an order would trade with another of the same account, wire name <c>selfTradePreventionMode</c>.</summary>
public enum SelfTradePreventionMode
{
    /// <summary><c>NONE</c>: they trade.</summary>
    None,

    /// <summary><c>EXPIRE_TAKER</c>: the taker expires.</summary>
    ExpireTaker,

    /// <summary><c>EXPIRE_MAKER</c>: the maker expires.</summary>
    ExpireMaker,

    /// <summary><c>EXPIRE_BOTH</c>: both expire.</summary>
    ExpireBoth,
}
