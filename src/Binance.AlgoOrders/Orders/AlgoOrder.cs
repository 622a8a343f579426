using System.Globalization;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders;

/// <summary>
/// Represents an algo order as Binance reports it. The set of fields varies with endpoint, status and date, so that every member except the
/// ids and the status may be null. Decimals are exact. Empty strings and zero times are read as null. A member of an unexpected form is null, and
/// <see cref="Unread"/> has its text.
/// </summary>
public sealed record AlgoOrder
{
    /// <summary>Gets Binance's id of the order. Wire name <c>algoId</c>.</summary>
    [JsonPropertyName("algoId")]
    public required long AlgoId { get; init; }

    /// <summary>Gets the client's id of the order, or an empty string if Binance left it out. Wire name <c>clientAlgoId</c>.</summary>
    [JsonPropertyName("clientAlgoId")]
    public string ClientAlgoId { get; init => field = value ?? ""; } = "";

    /// <summary>Gets the status of the order. Wire name <c>algoStatus</c>.</summary>
    [JsonPropertyName("algoStatus")]
    public required WireValue<AlgoOrderStatus> Status { get; init; }

    /// <summary>Gets the family of algo orders. Wire name <c>algoType</c>.</summary>
    [JsonPropertyName("algoType")]
    public WireValue<AlgoType>? AlgoType { get; init; }

    /// <summary>Gets the type of the order. Wire name <c>orderType</c>.</summary>
    [JsonPropertyName("orderType")]
    public WireValue<AlgoOrderType>? OrderType { get; init; }

    /// <summary>Gets the contract, such as <c>BTCUSDT</c>. Wire name <c>symbol</c>.</summary>
    [JsonPropertyName("symbol")]
    public string? Symbol { get; init; }

    /// <summary>Gets the side of the order. Wire name <c>side</c>.</summary>
    [JsonPropertyName("side")]
    public WireValue<OrderSide>? Side { get; init; }

    /// <summary>Gets the side of the position that the order belongs to. Wire name <c>positionSide</c>.</summary>
    [JsonPropertyName("positionSide")]
    public WireValue<PositionSide>? PositionSide { get; init; }

    /// <summary>Gets the time in force of the child order. Wire name <c>timeInForce</c>.</summary>
    [JsonPropertyName("timeInForce")]
    public WireValue<TimeInForce>? TimeInForce { get; init; }

    /// <summary>Gets the quantity in units of the base asset, or zero if the order closes the whole position. Wire name <c>quantity</c>.</summary>
    [JsonPropertyName("quantity")]
    public decimal? Quantity { get; init; }

    /// <summary>Gets the trigger price in the quote asset. Wire name <c>triggerPrice</c>.</summary>
    [JsonPropertyName("triggerPrice")]
    public decimal? TriggerPrice { get; init; }

    /// <summary>Gets the limit price of the child order in the quote asset, or zero for a market order. Wire name <c>price</c>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>Gets the visible part of the quantity. Wire name <c>icebergQuantity</c>.</summary>
    [JsonPropertyName("icebergQuantity")]
    public decimal? IcebergQuantity { get; init; }

    /// <summary>Gets the self-trade prevention mode of the order. Wire name <c>selfTradePreventionMode</c>.</summary>
    [JsonPropertyName("selfTradePreventionMode")]
    public WireValue<SelfTradePreventionMode>? SelfTradePreventionMode { get; init; }

    /// <summary>Gets the kind of price that triggers the order. Wire name <c>workingType</c>.</summary>
    [JsonPropertyName("workingType")]
    public WireValue<WorkingType>? WorkingType { get; init; }

    /// <summary>Gets the order book price that the child order takes. Wire name <c>priceMatch</c>.</summary>
    [JsonPropertyName("priceMatch")]
    public WireValue<PriceMatch>? PriceMatch { get; init; }

    /// <summary>True if the order closes the whole position. Wire name <c>closePosition</c>.</summary>
    [JsonPropertyName("closePosition")]
    public bool? ClosePosition { get; init; }

    /// <summary>True if the order does not trigger while last price and mark price are far apart. Wire name <c>priceProtect</c>.</summary>
    [JsonPropertyName("priceProtect")]
    public bool? PriceProtect { get; init; }

    /// <summary>True if the order can only reduce the position. Wire name <c>reduceOnly</c>.</summary>
    [JsonPropertyName("reduceOnly")]
    public bool? ReduceOnly { get; init; }

    /// <summary>Gets the price from which a trailing stop follows the market, in the quote asset. Wire name <c>activatePrice</c>.</summary>
    [JsonPropertyName("activatePrice")]
    public decimal? ActivatePrice { get; init; }

    /// <summary>Gets the distance of a trailing stop in percent. Wire name <c>callbackRate</c>.</summary>
    [JsonPropertyName("callbackRate")]
    public decimal? CallbackRate { get; init; }

    /// <summary>
    /// Gets the id of the child order in the ordinary order book, or null if the order has not triggered or Binance sent a text that is not a
    /// number. <b>The child order may be live once this order has triggered</b>, and is canceled as an ordinary order. Wire name
    /// <c>actualOrderId</c>.
    /// </summary>
    [JsonIgnore]
    public long? ActualOrderId => ActualOrderIdText switch
    {
        { } text when long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long orderId) => orderId,
        _ => null,
    };

    /// <summary>Gets the id of the child order as Binance sent it, or null if the order has not triggered. Wire name <c>actualOrderId</c>.</summary>
    [JsonPropertyName("actualOrderId")]
    public string? ActualOrderIdText { get; init; }

    /// <summary>Gets the average fill price of the child order. Wire name <c>actualPrice</c>.</summary>
    [JsonPropertyName("actualPrice")]
    public decimal? ActualPrice { get; init; }

    /// <summary>Gets the quantity of the child order. Wire name <c>actualQty</c>.</summary>
    [JsonPropertyName("actualQty")]
    public decimal? ActualQuantity { get; init; }

    /// <summary>Gets the type of the child order, such as <c>LIMIT</c>. Wire name <c>actualType</c>.</summary>
    [JsonPropertyName("actualType")]
    public string? ActualType { get; init; }

    /// <summary>Gets the type of an attached take-profit. Wire name <c>tpOrderType</c>.</summary>
    [JsonPropertyName("tpOrderType")]
    public string? TakeProfitOrderType { get; init; }

    /// <summary>Gets the trigger price of an attached take-profit. Only older responses have it. Wire name <c>tpTriggerPrice</c>.</summary>
    [JsonPropertyName("tpTriggerPrice")]
    public decimal? TakeProfitTriggerPrice { get; init; }

    /// <summary>Gets the limit price of an attached take-profit. Only older responses have it. Wire name <c>tpPrice</c>.</summary>
    [JsonPropertyName("tpPrice")]
    public decimal? TakeProfitPrice { get; init; }

    /// <summary>Gets the trigger price of an attached stop-loss. Only older responses have it. Wire name <c>slTriggerPrice</c>.</summary>
    [JsonPropertyName("slTriggerPrice")]
    public decimal? StopLossTriggerPrice { get; init; }

    /// <summary>Gets the limit price of an attached stop-loss. Only older responses have it. Wire name <c>slPrice</c>.</summary>
    [JsonPropertyName("slPrice")]
    public decimal? StopLossPrice { get; init; }

    /// <summary>Gets the time at which the order was placed. Wire name <c>createTime</c>.</summary>
    [JsonPropertyName("createTime")]
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>Gets the time at which the order last changed. Wire name <c>updateTime</c>.</summary>
    [JsonPropertyName("updateTime")]
    public DateTimeOffset? UpdateTime { get; init; }

    /// <summary>Gets the time at which the order triggered, or null if it has not triggered. Wire name <c>triggerTime</c>.</summary>
    [JsonPropertyName("triggerTime")]
    public DateTimeOffset? TriggerTime { get; init; }

    /// <summary>Gets the time at which the order expires, or null if it does not expire. Wire name <c>goodTillDate</c>.</summary>
    [JsonPropertyName("goodTillDate")]
    public DateTimeOffset? GoodTillDate { get; init; }

    /// <summary>
    /// Gets the members that had an unexpected form in the response, such as a time of -1, and are null for that reason: the JSON text by wire name. Empty
    /// for most orders. A text has at most 1,024 characters and no control characters, and every part of it that could be a key or a signature is
    /// redacted. In the JSON of an order the name is <c>unread</c>. Binance has no such member.
    /// </summary>
    [JsonPropertyName("unread")]
    public IReadOnlyDictionary<string, string> Unread { get; init => field = UnreadMembers.Of(value); } = UnreadMembers.Of(null);
}
