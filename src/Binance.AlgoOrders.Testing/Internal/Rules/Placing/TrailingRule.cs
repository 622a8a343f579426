using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires a callback rate of 0.1 to 20 percent from trailing stops, and no trailing parameters from other orders.</summary>
internal static class TrailingRule
{
    public static readonly ErrorResponse InvalidRate = new(400, -2007, "Invalid callBack rate.", "'callbackRate' must be between 0.1 and 20 percent.");

    private const decimal MinRate = 0.1m;
    private const decimal MaxRate = 20m;

    public static ErrorResponse? Check(NewOrderParameters order)
    {
        if (!order.IsTrailing)
        {
            return order.Parameters.Forbid("activatePrice") ?? order.Parameters.Forbid("callbackRate");
        }

        return order.Decimal("callbackRate") switch
        {
            null => ErrorResponse.MandatoryMissing("callbackRate"),
            >= MinRate and <= MaxRate => null,
            _ => InvalidRate,
        };
    }
}
