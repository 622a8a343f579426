namespace Binance.AlgoOrders;

/// <summary>Which position an order belongs to: the only one of a contract in one-way mode, or the long or the short one in hedge mode.</summary>
public sealed record OrderPosition
{
    private OrderPosition(PositionSide side, bool reduceOnly) => (Side, ReduceOnly) = (side, reduceOnly);

    /// <summary>The long position, in hedge mode.</summary>
    public static OrderPosition Long { get; } = new(PositionSide.Long, reduceOnly: false);

    /// <summary>The short position, in hedge mode.</summary>
    public static OrderPosition Short { get; } = new(PositionSide.Short, reduceOnly: false);

    /// <summary>Wire name <c>positionSide</c>.</summary>
    public PositionSide Side { get; }

    /// <summary>Whether the order can only reduce the position, wire name <c>reduceOnly</c>; exists in one-way mode only.</summary>
    public bool ReduceOnly { get; }

    /// <summary>The only position of a contract, in one-way mode.</summary>
    /// <param name="reduceOnly">Whether the order can only reduce it. Not together with <see cref="OrderAmount.ClosePosition"/>, which implies it.</param>
    public static OrderPosition OneWay(bool reduceOnly = false) => new(PositionSide.Both, reduceOnly);

    /// <summary>What is wrong with an order that closes this position; null: nothing.</summary>
    internal string? MistakeOfClosing(OrderSide side) => (side, Side, ReduceOnly) switch
    {
        (_, _, true) => "closePosition excludes reduceOnly: an order that closes the position can only reduce it.",
        (OrderSide.Buy, PositionSide.Long, _) => "A BUY order cannot close a LONG position: sell it.",
        (OrderSide.Sell, PositionSide.Short, _) => "A SELL order cannot close a SHORT position: buy it back.",
        _ => null,
    };

    internal void Write(ParameterWriter parameters)
    {
        parameters.Add("positionSide", Side == PositionSide.Both ? null : (PositionSide?)Side);
        parameters.Add("reduceOnly", ReduceOnly ? "true" : null);
    }
}
