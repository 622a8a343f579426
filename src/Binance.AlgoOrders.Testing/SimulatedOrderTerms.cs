namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The terms of an order, with the defaults of a stop that sells 0.010 BTC. Enumerations are texts as on the wire, so that a test can give values
/// that no client supports yet. Only the ids are checked, because a test may need orders that no exchange would accept today.
/// </summary>
public sealed record SimulatedOrderTerms
{
    /// <summary>Gets the market. Default: <see cref="SimulatedMarket.UsdMargined"/>.</summary>
    public SimulatedMarket Market { get; init; }

    /// <summary>Gets <c>symbol</c>.</summary>
    public string Symbol { get; init; } = "BTCUSDT";

    /// <summary>Gets <c>side</c>: BUY or SELL.</summary>
    public string Side { get; init; } = "SELL";

    /// <summary>Gets <c>orderType</c>: STOP, STOP_MARKET, TAKE_PROFIT, TAKE_PROFIT_MARKET or TRAILING_STOP_MARKET.</summary>
    public string Type { get; init; } = "STOP_MARKET";

    /// <summary>Gets <c>triggerPrice</c>, in the quote asset, sent with its scale.</summary>
    public decimal TriggerPrice { get; init; } = 50000.00m;

    /// <summary>Gets <c>quantity</c>, in the base asset, sent with its scale.</summary>
    public decimal Quantity { get; init; } = 0.010m;

    /// <summary>Gets <c>price</c>, the limit price, zero for market types.</summary>
    public decimal Price { get; init; } = 0.00m;

    /// <summary>Gets <c>positionSide</c>: BOTH, LONG or SHORT.</summary>
    public string PositionSide { get; init; } = "BOTH";

    /// <summary>Gets <c>timeInForce</c>.</summary>
    public string TimeInForce { get; init; } = "GTC";

    /// <summary>Gets <c>workingType</c>: CONTRACT_PRICE or MARK_PRICE.</summary>
    public string WorkingType { get; init; } = "CONTRACT_PRICE";

    /// <summary>Gets <c>priceMatch</c>.</summary>
    public string PriceMatch { get; init; } = "NONE";

    /// <summary>Gets <c>selfTradePreventionMode</c>.</summary>
    public string SelfTradePreventionMode { get; init; } = "EXPIRE_MAKER";

    /// <summary>Gets <c>closePosition</c>: whether the order closes the whole position when triggered.</summary>
    public bool ClosePosition { get; init; }

    /// <summary>Gets <c>priceProtect</c>.</summary>
    public bool PriceProtect { get; init; }

    /// <summary>Gets <c>reduceOnly</c>.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary>Gets <c>activatePrice</c> of a trailing stop. <see langword="null"/> is sent as an empty text.</summary>
    public decimal? ActivatePrice { get; init; }

    /// <summary>Gets <c>callbackRate</c> of a trailing stop, in percent. <see langword="null"/> is sent as an empty text.</summary>
    public decimal? CallbackRate { get; init; }

    /// <summary>Gets <c>goodTillDate</c>. <see langword="null"/> is sent as 0.</summary>
    public DateTimeOffset? GoodTillDate { get; init; }

    /// <summary>Gets <c>clientAlgoId</c>, or <see langword="null"/> for 22 random characters, as Binance generates them.</summary>
    public string? ClientAlgoId { get; init; }

    /// <summary>Gets <c>createTime</c>, or <see langword="null"/> for the current time. It may be in the past.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>
    /// Gets the time for which queries and cancels do not find the order after its placement, as with a replica that lags behind, or
    /// <see langword="null"/> for <see cref="SimulatedExchange.PlacementVisibilityDelay"/>.
    /// </summary>
    public TimeSpan? VisibilityDelay { get; init; }

    /// <summary>
    /// Gets the delays of single views, or <see langword="null"/> for <see cref="SimulatedExchange.PlacementViewDelays"/> unless
    /// <see cref="VisibilityDelay"/> is given.
    /// </summary>
    public SimulatedViewDelays? ViewDelays { get; init; }

    /// <summary>Gets the type and the price of the child order.</summary>
    internal (string Type, decimal Price) Child => Type switch
    {
        "STOP" or "TAKE_PROFIT" => ("LIMIT", Price),
        _ => ("MARKET", 0),
    };

    internal bool IsTrailing => Type is "TRAILING_STOP_MARKET";
}
