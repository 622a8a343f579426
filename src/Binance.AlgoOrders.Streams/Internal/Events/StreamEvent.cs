namespace Binance.AlgoOrders.Streams.Internal.Events;

/// <summary>An event of a user data stream.</summary>
/// <param name="TransactionTime">The time of the transaction, or null if it could not be read. Wire name <c>T</c>.</param>
/// <param name="EventTime">The time of the event, or null if it could not be read. Wire name <c>E</c>.</param>
internal abstract record StreamEvent(DateTimeOffset? TransactionTime, DateTimeOffset? EventTime)
{
    /// <summary>Gets the time to order events by.</summary>
    public DateTimeOffset? Time => TransactionTime ?? EventTime;
}

/// <summary><c>ALGO_UPDATE</c>: a change of an algo order.</summary>
/// <param name="Order">The order after the change.</param>
/// <param name="RejectionReason">The reason of a rejection, or null. Wire name <c>rm</c>.</param>
/// <param name="TransactionTime">The time of the transaction, or null.</param>
/// <param name="EventTime">The time of the event, or null.</param>
internal sealed record OrderEvent(AlgoOrder Order, string? RejectionReason, DateTimeOffset? TransactionTime, DateTimeOffset? EventTime)
    : StreamEvent(TransactionTime, EventTime);

/// <summary><c>ORDER_TRADE_UPDATE</c> of the child of an algo order.</summary>
internal sealed record TradeEvent(DateTimeOffset? TransactionTime, DateTimeOffset? EventTime) : StreamEvent(TransactionTime, EventTime)
{
    /// <summary>Gets the id of the algo order. Wire name <c>si</c>.</summary>
    public required long AlgoId { get; init; }

    /// <summary>Gets the id of the child. Wire name <c>i</c>.</summary>
    public required long OrderId { get; init; }

    /// <summary>Gets the status of the child. Wire name <c>X</c>.</summary>
    public required WireValue<ChildOrderStatus> Status { get; init; }

    /// <summary>Gets the quantity of all fills. Wire name <c>z</c>.</summary>
    public decimal? ExecutedQuantity { get; init; }

    /// <summary>Gets the average price of all fills. Wire name <c>ap</c>.</summary>
    public decimal? AveragePrice { get; init; }

    /// <summary>Gets the fill of this event, or null if it is about none.</summary>
    public Fill? Fill { get; init; }
}

/// <summary>A fill of a child.</summary>
/// <param name="TradeId">Wire name <c>t</c>.</param>
/// <param name="Quantity">Wire name <c>l</c>.</param>
/// <param name="Commission">Wire name <c>n</c>. Null if there is none, or none that could be read.</param>
/// <param name="CommissionAsset">Wire name <c>N</c>.</param>
internal sealed record Fill(long TradeId, decimal Quantity, decimal? Commission, string? CommissionAsset);

/// <summary><c>listenKeyExpired</c>: the connection gets no more events.</summary>
internal sealed record KeyExpiredEvent(DateTimeOffset? EventTime) : StreamEvent(TransactionTime: null, EventTime);

/// <summary>Any other event, and a trade event of an order that is no child.</summary>
internal sealed record OtherEvent() : StreamEvent(TransactionTime: null, EventTime: null);
