namespace Binance.AlgoOrders;

/// <summary>Specifies the priority of a request, the most urgent first.</summary>
public enum RequestPriority
{
    /// <summary>A cancel. It is counted, but a budget never delays it. Only a block stops it.</summary>
    Cancel,

    /// <summary>A lookup, a list, a clock synchronization or a new order.</summary>
    Normal,

    /// <summary>A cancel of a bulk operation, in which cancels wait for each other anyway.</summary>
    Bulk,
}
