namespace Binance.AlgoOrders;

/// <summary>
/// Represents the order that the trigger of an algo order placed in the ordinary order book, by its <c>ORDER_TRADE_UPDATE</c> events. Members that no event
/// has shown are null.
/// </summary>
public sealed record AlgoOrderChild
{
    /// <summary>Gets the id of the order. Wire name <c>i</c>, in the algo order <c>actualOrderId</c>.</summary>
    public required long OrderId { get; init; }

    /// <summary>Gets the status of the order. Wire name <c>X</c>.</summary>
    public WireValue<ChildOrderStatus>? Status { get; init; }

    /// <summary>Gets the quantity of all fills in units of the base asset. Wire name <c>z</c>.</summary>
    public decimal? ExecutedQuantity { get; init; }

    /// <summary>Gets the average price of all fills in the quote asset. Wire name <c>ap</c>.</summary>
    public decimal? AveragePrice { get; init; }

    /// <summary>
    /// Gets the sum of the commissions of all fills in <see cref="CommissionAsset"/>, or null if an event of a fill is missing or had none, or if the fills were
    /// charged in different assets. Wire name <c>n</c>.
    /// </summary>
    public decimal? Commission { get; init; }

    /// <summary>Gets the asset of <see cref="Commission"/>, such as <c>USDT</c>, or null. Wire name <c>N</c>.</summary>
    public string? CommissionAsset { get; init; }
}
