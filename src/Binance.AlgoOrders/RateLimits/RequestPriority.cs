namespace Binance.AlgoOrders;

/// <summary>Specifies the priority of a request, the most urgent first.</summary>
public enum RequestPriority
{
    /// <summary>
    /// A cancel, or a request that finds out what became of a cancel or of a new order. It is counted, but a budget never delays it. Only a block stops it.
    /// </summary>
    Cancel,

    /// <summary>A query, a list or a new order. It waits when only the reserve for cancels is left.</summary>
    Normal,

    /// <summary>A request of a bulk operation, whose weight was reserved before.</summary>
    Bulk,
}
