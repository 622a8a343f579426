namespace Binance.AlgoOrders.Testing;

/// <summary>The terms of an ordinary order. Enumerations are texts as on the wire.</summary>
public sealed record SimulatedOrdinaryTerms
{
    /// <summary>Gets the market. Default: <see cref="SimulatedMarket.UsdMargined"/>.</summary>
    public SimulatedMarket Market { get; init; }

    /// <summary>Gets <c>symbol</c>.</summary>
    public string Symbol { get; init; } = "BTCUSDT";

    /// <summary>Gets <c>side</c>: BUY or SELL.</summary>
    public string Side { get; init; } = "BUY";

    /// <summary>Gets <c>type</c>: MARKET or LIMIT.</summary>
    public string Type { get; init; } = "MARKET";

    /// <summary>Gets <c>origQty</c>, in the base asset. Zero for a child order that closes the position: it trades what the position has.</summary>
    public decimal Quantity { get; init; } = 0.010m;

    /// <summary>Gets <c>price</c>, the limit price, zero for MARKET.</summary>
    public decimal Price { get; init; }

    /// <summary>Gets <c>positionSide</c>: BOTH, LONG or SHORT.</summary>
    public string PositionSide { get; init; } = "BOTH";

    /// <summary>Gets <c>timeInForce</c>.</summary>
    public string TimeInForce { get; init; } = "GTC";

    /// <summary>Gets <c>reduceOnly</c>.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Gets <c>closePosition</c>. Only a child order can have it.</summary>
    public bool ClosePosition { get; init; }

    /// <summary>Gets <c>clientOrderId</c>, or <see langword="null"/> for 22 random characters.</summary>
    public string? ClientOrderId { get; init; }

    /// <summary>True if the order can only reduce a position: in hedge mode by the combination of side and position.</summary>
    internal bool IsReducing => ReduceOnly || ClosePosition || (Side, PositionSide) is ("SELL", "LONG") or ("BUY", "SHORT");

    /// <summary>Returns the terms of the child order of a conditional order.</summary>
    internal static SimulatedOrdinaryTerms OfChild(SimulatedOrder order) => new()
    {
        Market = order.Market,
        Symbol = order.Symbol,
        Side = order.Terms.Side,
        Type = order.Terms.Child.Type,
        Quantity = order.Terms.Quantity,
        Price = order.Terms.Child.Price,
        PositionSide = order.Terms.PositionSide,
        TimeInForce = order.Terms.TimeInForce,
        ReduceOnly = order.Terms.ReduceOnly,
        ClosePosition = order.Terms.ClosePosition,
        ClientOrderId = order.ClientAlgoId,
    };
}
