using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Represents the position that an order belongs to: the only position of a contract in one-way mode, or its long or short position in hedge mode.
/// </summary>
public sealed record OrderPosition
{
    private OrderPosition(PositionSide side, bool reduceOnly) => (Side, ReduceOnly) = (side, reduceOnly);

    /// <summary>Gets the long position in hedge mode.</summary>
    public static OrderPosition Long { get; } = new(PositionSide.Long, reduceOnly: false);

    /// <summary>Gets the short position in hedge mode.</summary>
    public static OrderPosition Short { get; } = new(PositionSide.Short, reduceOnly: false);

    /// <summary>Gets the side of the position, wire name <c>positionSide</c>.</summary>
    public PositionSide Side { get; }

    /// <summary>True if the order can only reduce the position, wire name <c>reduceOnly</c>. Always false in hedge mode.</summary>
    public bool ReduceOnly { get; }

    /// <summary>Creates the position of one-way mode, in which a contract has only one.</summary>
    /// <param name="reduceOnly">
    /// True if the order can only reduce the position. Not allowed together with <see cref="OrderAmount.ClosePosition"/>, which implies it.
    /// </param>
    public static OrderPosition OneWay(bool reduceOnly = false) => new(PositionSide.Both, reduceOnly);

    /// <summary>Returns the reason why an order cannot close this position, or null if it can.</summary>
    internal string? ValidateClosePosition(OrderSide side) => (side, Side, ReduceOnly) switch
    {
        (_, _, true) => "reduceOnly must be false with closePosition, but was true. An order that closes the position can only reduce it.",
        (OrderSide.Buy, PositionSide.Long, _) => "side must be SELL to close a LONG position, but was BUY.",
        (OrderSide.Sell, PositionSide.Short, _) => "side must be BUY to close a SHORT position, but was SELL.",
        _ => null,
    };

    /// <summary>Returns true if an order at Binance may belong to this position.</summary>
    internal bool Matches(AlgoOrder order, bool closesPosition)
    {
        // Binance sets reduceOnly itself for an order that closes the position, and it is no parameter in hedge mode.
        bool isReduceOnlyOrdered = !closesPosition && Side == PositionSide.Both;
        return PlaceRules.IsSame(order.PositionSide, Side) && (!isReduceOnlyOrdered || PlaceRules.IsSame(order.ReduceOnly, ReduceOnly));
    }

    internal void WriteTo(ParameterWriter parameters)
    {
        if (Side != PositionSide.Both)
        {
            parameters.Add("positionSide", (PositionSide?)Side);
        }

        if (ReduceOnly)
        {
            parameters.Add("reduceOnly", "true");
        }
    }
}
