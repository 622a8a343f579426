namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The values of an <c>ORDER_TRADE_UPDATE</c>, with the defaults of a market order without a fill. Prices are in the quote asset.</summary>
internal sealed record TradeEvent
{
    /// <summary>Gets <c>T</c> of the event and of the order.</summary>
    public required DateTimeOffset TransactionTime { get; init; }

    /// <summary>Gets <c>s</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Gets <c>c</c>: the client id of the order, of a child the <c>clientAlgoId</c> of its algo order.</summary>
    public required string ClientOrderId { get; init; }

    /// <summary>Gets <c>i</c>.</summary>
    public required long OrderId { get; init; }

    /// <summary>Gets <c>S</c>: BUY or SELL.</summary>
    public required string Side { get; init; }

    /// <summary>Gets <c>q</c>.</summary>
    public required decimal Quantity { get; init; }

    /// <summary>Gets <c>o</c>.</summary>
    public string Type { get; init; } = "MARKET";

    /// <summary>Gets <c>ot</c>, the type with which the order was placed, or null for <see cref="Type"/>.</summary>
    public string? OriginalType { get; init; }

    /// <summary>Gets <c>f</c>.</summary>
    public string TimeInForce { get; init; } = "GTC";

    /// <summary>Gets <c>p</c>.</summary>
    public decimal Price { get; init; }

    /// <summary>Gets <c>sp</c>.</summary>
    public decimal StopPrice { get; init; }

    /// <summary>Gets <c>x</c>: NEW, TRADE, CANCELED, EXPIRED, ….</summary>
    public string ExecutionType { get; init; } = "NEW";

    /// <summary>Gets <c>X</c>: NEW, PARTIALLY_FILLED, FILLED, CANCELED, EXPIRED, ….</summary>
    public string Status { get; init; } = "NEW";

    /// <summary>Gets <c>ap</c>, the average price of all fills.</summary>
    public decimal AveragePrice { get; init; }

    /// <summary>Gets <c>l</c>, the quantity of this fill.</summary>
    public decimal LastQuantity { get; init; }

    /// <summary>Gets <c>z</c>, the quantity of all fills.</summary>
    public decimal FilledQuantity { get; init; }

    /// <summary>Gets <c>L</c>, the price of this fill.</summary>
    public decimal LastPrice { get; init; }

    /// <summary>Gets <c>n</c>, the commission of this fill, or null to leave out <c>n</c> and <c>N</c>.</summary>
    public decimal? Commission { get; init; }

    /// <summary>Gets <c>N</c>, the asset of the commission.</summary>
    public string CommissionAsset { get; init; } = "USDT";

    /// <summary>Gets <c>t</c>, zero without a fill.</summary>
    public long TradeId { get; init; }

    /// <summary>Gets <c>b</c>, the notional value of the open bids.</summary>
    public decimal BidsNotional { get; init; }

    /// <summary>Gets <c>a</c>, the notional value of the open asks.</summary>
    public decimal AsksNotional { get; init; }

    /// <summary>Gets <c>m</c>: whether this fill was on the maker side.</summary>
    public bool IsMaker { get; init; }

    /// <summary>Gets <c>R</c>.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Gets <c>wt</c>.</summary>
    public string WorkingType { get; init; } = "CONTRACT_PRICE";

    /// <summary>Gets <c>ps</c>.</summary>
    public string PositionSide { get; init; } = "BOTH";

    /// <summary>Gets <c>cp</c>.</summary>
    public bool ClosePosition { get; init; }

    /// <summary>Gets <c>rp</c>, the realized profit of this fill.</summary>
    public decimal RealizedProfit { get; init; }

    /// <summary>Gets <c>pP</c>.</summary>
    public bool PriceProtect { get; init; }

    /// <summary>Gets <c>si</c>: the <c>algoId</c> whose child the order is, or null for an order that is no child, which has no <c>st</c> either.</summary>
    public long? AlgoId { get; init; }

    /// <summary>Gets <c>V</c>.</summary>
    public string SelfTradePreventionMode { get; init; } = "EXPIRE_MAKER";

    /// <summary>Gets <c>pm</c>.</summary>
    public string PriceMatch { get; init; } = "NONE";

    /// <summary>Gets <c>gtd</c>, or null for 0.</summary>
    public DateTimeOffset? GoodTillDate { get; init; }

    /// <summary>Gets <c>er</c>, the reason of an expiry, 0 if there is none.</summary>
    public string ExpiryReason { get; init; } = "0";
}
