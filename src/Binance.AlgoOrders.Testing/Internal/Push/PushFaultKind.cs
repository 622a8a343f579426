namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The kind of a fault of an event.</summary>
internal enum PushFaultKind
{
    /// <summary>Drops the account's connections. The event is lost.</summary>
    Drop,

    /// <summary>Freezes the account's connections. The event is lost.</summary>
    Freeze,

    /// <summary>Loses the event.</summary>
    Lose,

    /// <summary>Delivers the event twice.</summary>
    Duplicate,

    /// <summary>Delivers the event late, and those behind it after it.</summary>
    Delay,

    /// <summary>Delivers the event after the next one.</summary>
    Reorder,
}
