namespace Binance.AlgoOrders;

/// <summary>How much a market order trades once it triggers: a quantity, or the whole position.</summary>
public sealed record OrderAmount
{
    private OrderAmount(decimal? quantity) => Quantity = quantity;

    /// <summary>The whole position, whatever it is at the trigger, wire name <c>closePosition</c>.</summary>
    public static OrderAmount ClosePosition { get; } = new(quantity: null);

    /// <summary>In units of the base asset, wire name <c>quantity</c>; null: the whole position.</summary>
    public decimal? Quantity { get; }

    internal bool ClosesPosition => Quantity is null;

    /// <summary>A quantity, wire name <c>quantity</c>.</summary>
    /// <param name="quantity">In units of the base asset. Above zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is zero or negative.</exception>
    public static OrderAmount Of(decimal quantity) => new(PlaceRules.AboveZero(quantity));

    internal void Write(ParameterWriter parameters)
    {
        parameters.Add("quantity", Quantity);
        parameters.Add("closePosition", ClosesPosition ? "true" : null);
    }
}
