using System.Globalization;
using System.Text.Json.Serialization;

namespace Binance.AlgoOrders;

/// <summary>
/// An algo order as Binance reports it. Which fields are there changes with endpoint, status and date: all but the id and the status may be
/// null. Decimals are exact; empty texts and zero times come as null.
/// </summary>
public sealed record AlgoOrder
{
    /// <summary>Binance's id of the order. Wire name <c>algoId</c>.</summary>
    [JsonPropertyName("algoId")]
    public required long AlgoId { get; init; }

    /// <summary>The owner's id of the order; empty when Binance left it out. Wire name <c>clientAlgoId</c>.</summary>
    [JsonPropertyName("clientAlgoId")]
    public string ClientAlgoId { get => field ?? ""; init; }

    /// <summary>Where it stands in its life. Wire name <c>algoStatus</c>.</summary>
    [JsonPropertyName("algoStatus")]
    public required WireValue<AlgoOrderStatus> Status { get; init; }

    /// <summary>The family of algo orders. Wire name <c>algoType</c>.</summary>
    [JsonPropertyName("algoType")]
    public WireValue<AlgoType>? AlgoType { get; init; }

    /// <summary>What it does when it triggers. Wire name <c>orderType</c>.</summary>
    [JsonPropertyName("orderType")]
    public WireValue<AlgoOrderType>? OrderType { get; init; }

    /// <summary>The contract, such as <c>BTCUSDT</c>. Wire name <c>symbol</c>.</summary>
    [JsonPropertyName("symbol")]
    public string? Symbol { get; init; }

    /// <summary>Which way it trades. Wire name <c>side</c>.</summary>
    [JsonPropertyName("side")]
    public WireValue<OrderSide>? Side { get; init; }

    /// <summary>Which position it belongs to. Wire name <c>positionSide</c>.</summary>
    [JsonPropertyName("positionSide")]
    public WireValue<PositionSide>? PositionSide { get; init; }

    /// <summary>How long the child order stays. Wire name <c>timeInForce</c>.</summary>
    [JsonPropertyName("timeInForce")]
    public WireValue<TimeInForce>? TimeInForce { get; init; }

    /// <summary>In units of the base asset; zero where the order closes the whole position. Wire name <c>quantity</c>.</summary>
    [JsonPropertyName("quantity")]
    public decimal? Quantity { get; init; }

    /// <summary>The price at which it triggers, in the quote asset. Wire name <c>triggerPrice</c>.</summary>
    [JsonPropertyName("triggerPrice")]
    public decimal? TriggerPrice { get; init; }

    /// <summary>The limit price of the child order, in the quote asset; zero for a market order. Wire name <c>price</c>.</summary>
    [JsonPropertyName("price")]
    public decimal? Price { get; init; }

    /// <summary>The visible part of the quantity. Wire name <c>icebergQuantity</c>.</summary>
    [JsonPropertyName("icebergQuantity")]
    public decimal? IcebergQuantity { get; init; }

    /// <summary>What happens when it would trade with another order of the account. Wire name <c>selfTradePreventionMode</c>.</summary>
    [JsonPropertyName("selfTradePreventionMode")]
    public WireValue<SelfTradePreventionMode>? SelfTradePreventionMode { get; init; }

    /// <summary>Which price triggers it. Wire name <c>workingType</c>.</summary>
    [JsonPropertyName("workingType")]
    public WireValue<WorkingType>? WorkingType { get; init; }

    /// <summary>Which price of the book the child order takes. Wire name <c>priceMatch</c>.</summary>
    [JsonPropertyName("priceMatch")]
    public WireValue<PriceMatch>? PriceMatch { get; init; }

    /// <summary>Whether it closes the whole position. Wire name <c>closePosition</c>.</summary>
    [JsonPropertyName("closePosition")]
    public bool? ClosePosition { get; init; }

    /// <summary>Whether it holds back while last and mark price are far apart. Wire name <c>priceProtect</c>.</summary>
    [JsonPropertyName("priceProtect")]
    public bool? PriceProtect { get; init; }

    /// <summary>Whether it can only reduce the position. Wire name <c>reduceOnly</c>.</summary>
    [JsonPropertyName("reduceOnly")]
    public bool? ReduceOnly { get; init; }

    /// <summary>The price from which a trailing stop follows. Wire name <c>activatePrice</c>.</summary>
    [JsonPropertyName("activatePrice")]
    public decimal? ActivatePrice { get; init; }

    /// <summary>The distance of a trailing stop, in percent. Wire name <c>callbackRate</c>.</summary>
    [JsonPropertyName("callbackRate")]
    public decimal? CallbackRate { get; init; }

    /// <summary>The id of the child order in the ordinary order book: <b>it is live once this order has triggered</b>, and is canceled as an ordinary order. Null until then, and where Binance sends something that is no number. Wire name <c>actualOrderId</c>.</summary>
    [JsonIgnore]
    public long? ActualOrderId =>
        long.TryParse(ActualOrderIdText, NumberStyles.None, CultureInfo.InvariantCulture, out long orderId) ? orderId : null;

    /// <summary>The same as Binance sent it; null until the order has triggered. Wire name <c>actualOrderId</c>.</summary>
    [JsonPropertyName("actualOrderId")]
    public string? ActualOrderIdText { get; init; }

    /// <summary>The average price at which the child order was filled. Wire name <c>actualPrice</c>.</summary>
    [JsonPropertyName("actualPrice")]
    public decimal? ActualPrice { get; init; }

    /// <summary>The quantity of the child order. Wire name <c>actualQty</c>.</summary>
    [JsonPropertyName("actualQty")]
    public decimal? ActualQuantity { get; init; }

    /// <summary>The type of the child order, such as <c>LIMIT</c>. Wire name <c>actualType</c>.</summary>
    [JsonPropertyName("actualType")]
    public string? ActualType { get; init; }

    /// <summary>The type of an attached take-profit. Wire name <c>tpOrderType</c>.</summary>
    [JsonPropertyName("tpOrderType")]
    public string? TakeProfitOrderType { get; init; }

    /// <summary>The trigger price of an attached take-profit; in older answers. Wire name <c>tpTriggerPrice</c>.</summary>
    [JsonPropertyName("tpTriggerPrice")]
    public decimal? TakeProfitTriggerPrice { get; init; }

    /// <summary>The limit price of an attached take-profit; in older answers. Wire name <c>tpPrice</c>.</summary>
    [JsonPropertyName("tpPrice")]
    public decimal? TakeProfitPrice { get; init; }

    /// <summary>The trigger price of an attached stop-loss; in older answers. Wire name <c>slTriggerPrice</c>.</summary>
    [JsonPropertyName("slTriggerPrice")]
    public decimal? StopLossTriggerPrice { get; init; }

    /// <summary>The limit price of an attached stop-loss; in older answers. Wire name <c>slPrice</c>.</summary>
    [JsonPropertyName("slPrice")]
    public decimal? StopLossPrice { get; init; }

    /// <summary>When it was placed. Wire name <c>createTime</c>.</summary>
    [JsonPropertyName("createTime")]
    public DateTimeOffset? CreateTime { get; init; }

    /// <summary>When it last changed. Wire name <c>updateTime</c>.</summary>
    [JsonPropertyName("updateTime")]
    public DateTimeOffset? UpdateTime { get; init; }

    /// <summary>When it triggered; null: it has not. Wire name <c>triggerTime</c>.</summary>
    [JsonPropertyName("triggerTime")]
    public DateTimeOffset? TriggerTime { get; init; }

    /// <summary>When it ends by itself; null: it does not. Wire name <c>goodTillDate</c>.</summary>
    [JsonPropertyName("goodTillDate")]
    public DateTimeOffset? GoodTillDate { get; init; }
}
