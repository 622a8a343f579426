namespace Binance.AlgoOrders;

/// <summary>Specifies the order that expires instead of trading with another order of the same account, wire name <c>selfTradePreventionMode</c>.</summary>
public enum SelfTradePreventionMode
{
    /// <summary><c>NONE</c>: no order expires. The two orders trade.</summary>
    None,

    /// <summary><c>EXPIRE_TAKER</c>: the taker order expires.</summary>
    ExpireTaker,

    /// <summary><c>EXPIRE_MAKER</c>: the maker order expires.</summary>
    ExpireMaker,

    /// <summary><c>EXPIRE_BOTH</c>: both orders expire.</summary>
    ExpireBoth,
}
