using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Describes a new algo order (<c>POST /fapi/v1/algoOrder</c>, weight 0, counts 1 towards the order limits). The type is closed: there is one nested
/// case for each order type, with only the members that the type allows. An account may have at most 200 open algo orders. Binance checks no
/// margin before the trigger.
/// </summary>
public abstract partial record NewAlgoOrder
{
    private NewAlgoOrder(string symbol, OrderSide side)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(symbol);
        Symbol = symbol;
        Side = Guard.Defined(side);
    }

    /// <summary>Gets the contract, such as <c>BTCUSDT</c>, wire name <c>symbol</c>.</summary>
    public string Symbol { get; }

    /// <summary>Gets the side of the order, wire name <c>side</c>.</summary>
    public OrderSide Side { get; }

    /// <summary>Gets the type of the order, wire name <c>type</c>.</summary>
    public abstract AlgoOrderType Type { get; }

    /// <summary>
    /// Gets the position that the order belongs to, with or without the restriction to reduce it. By default the order belongs to the only position
    /// in one-way mode and may also open or reverse it.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public OrderPosition Position { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = OrderPosition.OneWay();

    /// <summary>
    /// Gets your own id of the order, wire name <c>clientAlgoId</c>: 1 to 36 of the characters A-Z, a-z, 0-9 and <c>. : / _ -</c>, unique among open
    /// orders and never altered. By default the constructor generates one, so that the order can be found after a lost response. A copy made by <c>with</c>
    /// keeps the id: give a copy that is another order an id of its own. While an order is open, Binance rejects another order with its id (-4116).
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    /// <exception cref="ArgumentException">The value contains other characters, is empty, or is longer than 36 characters.</exception>
    public string ClientAlgoId { get; init => field = PlaceRules.ClientAlgoId(value); } = Guid.NewGuid().ToString("N");

    /// <summary>
    /// Gets the kind of price that triggers the order, wire name <c>workingType</c>, or null for Binance's default, the last price of the contract.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public WorkingType? WorkingType { get; init => field = Guard.Defined(value, "workingType"); }

    /// <summary>
    /// True if the order does not trigger while last price and mark price are far apart, wire name <c>priceProtect</c>. Default false.
    /// </summary>
    public bool PriceProtect { get; init; }

    /// <summary>Gets the self-trade prevention mode, wire name <c>selfTradePreventionMode</c>, or null for the setting of the account.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not a member of the enumeration.</exception>
    public SelfTradePreventionMode? SelfTradePreventionMode { get; init => field = Guard.Defined(value, "selfTradePreventionMode"); }

    /// <summary>
    /// Gets the time for which Binance may still execute this placement after its timestamp, wire name <c>recvWindow</c>. 1 to 60,000 whole milliseconds, or
    /// null for <see cref="AlgoOrderClientOptions.RecvWindow"/>. It is no term of the order.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range, or contains fractions of a millisecond.</exception>
    public TimeSpan? RecvWindow { get; init => field = Guard.RecvWindow(value); }

    /// <summary>
    /// Gets the time limit of the whole call. Greater than zero and at most 10 minutes, or null for <see cref="AlgoOrderClientOptions.Timeout"/>. It is no
    /// term of the order.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public TimeSpan? Timeout { get; init => field = Guard.Timeout(value); }

    /// <summary>True if the order closes the whole position.</summary>
    internal virtual bool ClosesPosition => false;

    /// <summary>Writes the parameters that are specific to this order type.</summary>
    private protected abstract void WriteParameters(ParameterWriter parameters);

    /// <summary>Returns the reason why the combination of members is invalid at the given time, or null if it is valid.</summary>
    internal virtual string? Validate(DateTimeOffset? now) => null;

    /// <summary>Returns true if an order at Binance does not contradict the members that are specific to this order type.</summary>
    private protected abstract bool MatchesOwn(AlgoOrder order);

    /// <summary>Returns true if an order at Binance contradicts no member of this order, so that it may be this order.</summary>
    internal bool Matches(AlgoOrder order) =>
        PlaceRules.IsSame(order.Symbol, Symbol)
        && PlaceRules.IsSame(order.OrderType, Type)
        && PlaceRules.IsSame(order.Side, Side)
        && PlaceRules.IsSame(order.ClosePosition, ClosesPosition)
        && PlaceRules.IsSame(order.PriceProtect, PriceProtect)
        && PlaceRules.IsDefaultOrSame(order.WorkingType, WorkingType)
        && PlaceRules.IsDefaultOrSame(order.SelfTradePreventionMode, SelfTradePreventionMode)
        && Position.Matches(order, ClosesPosition)
        && MatchesOwn(order);

    /// <summary>Returns all parameters, percent-encoded.</summary>
    internal string ToParameters()
    {
        var parameters = new ParameterWriter();
        parameters.Add("algoType", (AlgoType?)AlgoType.Conditional);
        parameters.Add("symbol", Symbol);
        parameters.Add("side", (OrderSide?)Side);
        parameters.Add("type", (AlgoOrderType?)Type);
        Position.WriteTo(parameters);
        WriteParameters(parameters);
        parameters.Add("workingType", WorkingType);
        if (PriceProtect)
        {
            parameters.Add("priceProtect", "TRUE");
        }

        parameters.Add("selfTradePreventionMode", SelfTradePreventionMode);
        parameters.Add("clientAlgoId", ClientAlgoId);
        return parameters.ToString();
    }
}
