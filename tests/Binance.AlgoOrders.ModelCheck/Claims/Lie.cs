namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Specifies how a claim differs from the truth.</summary>
internal enum Lie : byte
{
    /// <summary>It does not.</summary>
    None,

    /// <summary>An order that is called inactive is live or has traded.</summary>
    NotInactive,

    /// <summary>An order that is called triggered has not triggered.</summary>
    NotTriggered,

    /// <summary>An order that is called not found was live and visible for long enough.</summary>
    WasVisible,

    /// <summary>An order that is called not found was seen live by the same call.</summary>
    WasSeenLive,

    /// <summary>An order that is called ended before the call was canceled by it.</summary>
    WasCanceled,

    /// <summary>An order that is called open was not open when it was seen.</summary>
    NotOpen,

    /// <summary>A copy cancels an order that was called open.</summary>
    CanceledLater,

    /// <summary>A copy is executed although the outcome says that none can be.</summary>
    ExecutedLater,

    /// <summary>A request that is called not executed was executed.</summary>
    WasExecuted,

    /// <summary>The call makes too many steps without any time passing.</summary>
    EndlessLoop,

    /// <summary>A symbol that is called clear has a live order.</summary>
    NotClear,

    /// <summary>A copy of a cancel of all orders cancels the next order of the user, which the outcome does not admit.</summary>
    CanceledNext,

    /// <summary>An order that is called gone is live or has triggered.</summary>
    NotGone,

    /// <summary>An order that is called placed was not placed.</summary>
    NotPlaced,

    /// <summary>A position that is called protected has no live order.</summary>
    NotLive,

    /// <summary>A position that is called unprotected has a live order.</summary>
    NotNaked,

    /// <summary>The outcome does not name an order that is live.</summary>
    NotNamed,

    /// <summary>Two orders are live, and the outcome does not say so.</summary>
    TwoLive,

    /// <summary>The position is without an order although nothing failed and the sequence protects it.</summary>
    Naked,

    /// <summary>A cancel of all orders is repeated while a copy of one before may be executed.</summary>
    RepeatedTooEarly,
}
