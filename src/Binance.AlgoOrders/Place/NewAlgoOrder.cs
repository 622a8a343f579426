namespace Binance.AlgoOrders;

/// <summary>
/// A new algo order (<c>POST /fapi/v1/algoOrder</c>, weight 0; counts 1 on the limits of orders). Closed: a case for every kind of order, each
/// with just the members that it may have. At most 200 may be open in an account; Binance checks no margin before the trigger.
/// </summary>
public abstract partial record NewAlgoOrder
{
    private NewAlgoOrder(string symbol, OrderSide side)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        Symbol = symbol;
        Side = PlaceRules.Known(side);
    }

    /// <summary>The contract, such as <c>BTCUSDT</c>, wire name <c>symbol</c>.</summary>
    public string Symbol { get; }

    /// <summary>Which way it trades, wire name <c>side</c>.</summary>
    public OrderSide Side { get; }

    /// <summary>The kind, wire name <c>type</c>.</summary>
    public abstract AlgoOrderType Type { get; }

    /// <summary>Which position it belongs to, and whether it can only reduce it. Default: one-way mode, free to open or turn a position.</summary>
    /// <exception cref="ArgumentNullException">Null.</exception>
    public OrderPosition Position { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = OrderPosition.OneWay();

    /// <summary>
    /// Your own id, wire name <c>clientAlgoId</c>: 1 to 36 of the characters A-Z, a-z, 0-9 and <c>. : / _ -</c>, unique among open orders; never
    /// altered. Null: one is generated, so that the order can be found when the answer is lost.
    /// </summary>
    /// <exception cref="ArgumentException">Other characters, or none, or more than 36.</exception>
    public string? ClientAlgoId { get; init => field = PlaceRules.ClientAlgoId(value); }

    /// <summary>Which price triggers it, wire name <c>workingType</c>; null: Binance's default, the last price of the contract.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such member.</exception>
    public WorkingType? WorkingType { get; init => field = PlaceRules.Known(value); }

    /// <summary>Whether it holds back while last and mark price are far apart, wire name <c>priceProtect</c>. Default false.</summary>
    public bool PriceProtect { get; init; }

    /// <summary>What happens when it would trade with another order of the account, wire name <c>selfTradePreventionMode</c>; null: the account's setting.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The enumeration has no such member.</exception>
    public SelfTradePreventionMode? SelfTradePreventionMode { get; init => field = PlaceRules.Known(value); }

    /// <summary>Writes what only this kind has.</summary>
    private protected abstract void WriteOwn(ParameterWriter parameters);

    /// <summary>What only the whole order, and the time, can tell to be wrong; null: nothing.</summary>
    internal virtual string? MistakeAt(DateTimeOffset now) => null;

    /// <summary>Whether an order of Binance's has the terms that only this kind has; what an answer leaves out is no contradiction.</summary>
    private protected abstract bool HasOwnTermsOf(AlgoOrder order);

    /// <summary>Whether an order of Binance's may be this one, going by its terms.</summary>
    internal bool HasTermsOf(AlgoOrder order) =>
        PlaceRules.IsSame(order.Symbol, Symbol)
        && (order.OrderType is null || order.OrderType == Type)
        && (order.Side is null || order.Side == Side)
        && HasOwnTermsOf(order);

    /// <summary>Every parameter, percent-encoded, with the client id that it goes out with.</summary>
    internal string ToParameters(string clientAlgoId)
    {
        var parameters = new ParameterWriter();
        parameters.Add("algoType", (AlgoType?)AlgoType.Conditional);
        parameters.Add("symbol", Symbol);
        parameters.Add("side", (OrderSide?)Side);
        parameters.Add("type", (AlgoOrderType?)Type);
        Position.Write(parameters);
        WriteOwn(parameters);
        parameters.Add("workingType", WorkingType);
        parameters.Add("priceProtect", PriceProtect ? "TRUE" : null);
        parameters.Add("selfTradePreventionMode", SelfTradePreventionMode);
        parameters.Add("clientAlgoId", clientAlgoId);
        return parameters.ToString();
    }
}
