namespace Binance.AlgoOrders.Testing;

/// <summary>
/// What an order asks for, with the defaults of a stop that sells a bit of BTCUSDT. Enumerations are the wire's own texts, so that a test can
/// give values that no client knows yet; nothing is checked but the ids, because a test may want orders that no exchange would accept today.
/// </summary>
public sealed record SimulatedOrderTerms
{
    /// <summary>Where the order is placed. Default: <see cref="SimulatedMarket.UsdMargined"/>.</summary>
    public SimulatedMarket Market { get; init; }

    /// <summary><c>symbol</c>.</summary>
    public string Symbol { get; init; } = "BTCUSDT";

    /// <summary><c>side</c>: BUY or SELL.</summary>
    public string Side { get; init; } = "SELL";

    /// <summary><c>orderType</c>: STOP, STOP_MARKET, TAKE_PROFIT, TAKE_PROFIT_MARKET or TRAILING_STOP_MARKET.</summary>
    public string Type { get; init; } = "STOP_MARKET";

    /// <summary><c>triggerPrice</c>, in the quote asset; sent with the scale that it has.</summary>
    public decimal TriggerPrice { get; init; } = 50000.00m;

    /// <summary><c>quantity</c>, in the base asset; sent with the scale that it has.</summary>
    public decimal Quantity { get; init; } = 0.010m;

    /// <summary><c>price</c>, the limit price; zero for market types.</summary>
    public decimal Price { get; init; } = 0.00m;

    /// <summary><c>positionSide</c>: BOTH, LONG or SHORT.</summary>
    public string PositionSide { get; init; } = "BOTH";

    /// <summary><c>timeInForce</c>.</summary>
    public string TimeInForce { get; init; } = "GTC";

    /// <summary><c>workingType</c>: CONTRACT_PRICE or MARK_PRICE.</summary>
    public string WorkingType { get; init; } = "CONTRACT_PRICE";

    /// <summary><c>priceMatch</c>.</summary>
    public string PriceMatch { get; init; } = "NONE";

    /// <summary><c>selfTradePreventionMode</c>.</summary>
    public string SelfTradePreventionMode { get; init; } = "EXPIRE_MAKER";

    /// <summary><c>closePosition</c>: closes the whole position when triggered.</summary>
    public bool ClosePosition { get; init; }

    /// <summary><c>priceProtect</c>.</summary>
    public bool PriceProtect { get; init; }

    /// <summary><c>reduceOnly</c>.</summary>
    public bool ReduceOnly { get; init; }

    /// <summary><c>activatePrice</c> of a trailing stop; <see langword="null"/> is sent as an empty text.</summary>
    public decimal? ActivatePrice { get; init; }

    /// <summary><c>callbackRate</c> of a trailing stop, in percent; <see langword="null"/> is sent as an empty text.</summary>
    public decimal? CallbackRate { get; init; }

    /// <summary><c>goodTillDate</c>; <see langword="null"/> is sent as 0.</summary>
    public DateTimeOffset? GoodTillDate { get; init; }

    /// <summary><c>clientAlgoId</c>; <see langword="null"/> lets the exchange make one of 22 characters, as Binance does.</summary>
    public string? ClientAlgoId { get; init; }

    /// <summary><c>createTime</c>; <see langword="null"/> is now. A time in the past makes an order that has rested since then.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>
    /// How long after its placing neither a query nor a cancel sees the order, as if they asked a replica that lags behind;
    /// <see langword="null"/> takes <see cref="SimulatedExchange.InvisibleAfterPlacing"/>.
    /// </summary>
    public TimeSpan? InvisibleFor { get; init; }
}
