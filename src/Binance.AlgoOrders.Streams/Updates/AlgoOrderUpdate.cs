namespace Binance.AlgoOrders;

/// <summary>
/// Represents a change of an algo order. The updates of one order have statuses that only move forward, and each final status is reported once. Binance
/// guarantees an order of events only within one kind of event, so that <see cref="Child"/> may change before or after the status that belongs to it.
/// </summary>
public sealed record AlgoOrderUpdate
{
    /// <summary>
    /// Gets the order after the change. An event has fewer members than a query: <see cref="AlgoOrder.CreateTime"/> is null unless a snapshot had it.
    /// </summary>
    public required AlgoOrder Order { get; init; }

    /// <summary>Gets the status of the order after the change. Wire name <c>X</c>.</summary>
    public WireValue<AlgoOrderStatus> Status => Order.Status;

    /// <summary>True if the status is new. False if only <see cref="Child"/> or another member changed.</summary>
    public required bool ChangesStatus { get; init; }

    /// <summary>
    /// Gets the order that the trigger placed in the ordinary order book, or null if no event has shown it. <b>It may be live</b> and is canceled as an
    /// ordinary order.
    /// </summary>
    public AlgoOrderChild? Child { get; init; }

    /// <summary>Gets the source of the update.</summary>
    public required AlgoOrderUpdateSource Source { get; init; }

    /// <summary>Gets the reason of a <c>REJECTED</c> order in Binance's words, or null. Wire name <c>rm</c>.</summary>
    public string? RejectionReason { get; init; }

    /// <summary>Gets the time of the transaction by Binance's clock, or null if it is unknown. Wire name <c>T</c>, of a snapshot <c>updateTime</c>.</summary>
    public DateTimeOffset? TransactionTime { get; init; }

    /// <summary>Gets the time of the event by Binance's clock, or null for a snapshot. Wire name <c>E</c>.</summary>
    public DateTimeOffset? EventTime { get; init; }

    /// <summary>Gets the time at which the update arrived, by the time provider's clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>
    /// True if earlier updates of this order were not read in time and are left out, because the reader's buffer was full. The latest status and the sums of
    /// <see cref="Child"/> are complete.
    /// </summary>
    public bool IsMerged { get; init; }

    /// <summary>
    /// True if Binance shows the order no longer: neither the open orders nor repeated queries of more than a minute had it. <see cref="Order"/> is its last
    /// known state. Binance forgets canceled and expired orders without a fill 3 days after they were placed. The stream no longer queries the order.
    /// </summary>
    public bool IsMissing { get; init; }
}
