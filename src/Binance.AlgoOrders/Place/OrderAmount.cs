using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Represents the amount that a market order trades at the trigger: a quantity, or the whole position.</summary>
public sealed record OrderAmount
{
    private OrderAmount(decimal? quantity) => Quantity = quantity;

    /// <summary>Gets the amount that closes the whole position at the trigger, wire name <c>closePosition</c>.</summary>
    public static OrderAmount ClosePosition { get; } = new(quantity: null);

    /// <summary>Gets the quantity in units of the base asset, wire name <c>quantity</c>, or null for the whole position.</summary>
    public decimal? Quantity { get; }

    internal bool ClosesPosition => Quantity is null;

    /// <summary>Creates an amount from a quantity, wire name <c>quantity</c>.</summary>
    /// <param name="quantity">The quantity in units of the base asset. Greater than zero.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quantity"/> is zero or negative.</exception>
    public static OrderAmount Of(decimal quantity) => new(Guard.Positive(quantity));

    internal void WriteTo(ParameterWriter parameters)
    {
        parameters.Add("quantity", Quantity);
        if (ClosesPosition)
        {
            parameters.Add("closePosition", "true");
        }
    }
}
