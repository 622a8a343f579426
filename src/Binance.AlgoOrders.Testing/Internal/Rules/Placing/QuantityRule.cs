using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires a quantity within the precision, the range and the steps of the contract. The range of market orders ends earlier.</summary>
internal static class QuantityRule
{
    private static readonly ErrorResponse TooSmall = new(400, -4004, "Quantity less than min quantity.");
    private static readonly ErrorResponse TooLarge = new(400, -4005, "Quantity greater than max quantity.");
    private static readonly ErrorResponse OffStep = new(400, -4023, "Qty not increased by step size.");

    public static ErrorResponse? Check(NewOrderParameters order, SimulatedContract contract)
    {
        if (order.Decimal("quantity") is not { } quantity)
        {
            return null;
        }

        return DecimalRule.CheckPrecision("quantity", quantity, contract.QuantityPrecision)
            ?? TooSmall.When(quantity < contract.MinQuantity)
            ?? TooLarge.When(quantity > MaxOf(order, contract))
            ?? OffStep.When((quantity - contract.MinQuantity) % contract.StepSize != 0);
    }

    private static decimal MaxOf(NewOrderParameters order, SimulatedContract contract)
    {
        if (order.HasLimitPrice)
        {
            return contract.MaxQuantity;
        }

        return contract.MaxMarketQuantity;
    }
}
