namespace Binance.AlgoOrders;

/// <summary>Specifies the source of an <see cref="AlgoOrderUpdate"/>.</summary>
public enum AlgoOrderUpdateSource
{
    /// <summary>Binance pushed an event.</summary>
    Pushed,

    /// <summary>
    /// A query showed the state, after a connection was opened or because an event was missing. Changes before it that were not pushed are left out.
    /// </summary>
    Snapshot,
}
