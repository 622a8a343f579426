using System.Globalization;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>
/// Requires a limit price within the precision, the range and the ticks of the contract, near the trigger price, and with the least notional unless the
/// order is reduce-only.
/// </summary>
internal static class LimitPriceRule
{
    private static readonly ErrorResponse TooLow = new(400, -4013, "Price less than min price.");
    private static readonly ErrorResponse TooHigh = new(400, -4002, "Price greater than max price.");
    private static readonly ErrorResponse OffTick = new(400, -4014, "Price not increased by tick size.");

    public static ErrorResponse? Check(NewOrderParameters order, SimulatedContract contract)
    {
        if (order.Decimal("price") is not { } price)
        {
            return null;
        }

        return DecimalRule.CheckPrecision("price", price, contract.PricePrecision)
            ?? TooLow.When(price < contract.MinPrice)
            ?? TooHigh.When(price > contract.MaxPrice)
            ?? OffTick.When((price - contract.MinPrice) % contract.TickSize != 0)
            ?? CheckDistance(price, order.Decimal("triggerPrice"), contract)
            ?? CheckNotional(order, price, contract);
    }

    private static ErrorResponse? CheckDistance(decimal price, decimal? triggerPrice, SimulatedContract contract)
    {
        // A multiple of a trigger price beyond the range could exceed the range of a decimal.
        if (triggerPrice is not { } trigger || trigger > contract.MaxPrice)
        {
            return null;
        }

        decimal highest = trigger * contract.MultiplierUp;
        decimal lowest = trigger * contract.MultiplierDown;
        return BeyondMultiplier(-4183, "higher", highest).When(price > highest)
            ?? BeyondMultiplier(-4184, "lower", lowest).When(price < lowest);
    }

    private static ErrorResponse? CheckNotional(NewOrderParameters order, decimal price, SimulatedContract contract)
    {
        string min = SimulatedWireNames.Of(contract.MinNotional);
        var error = new ErrorResponse(400, -4164, $"Order's notional must be no smaller than {min} (unless you choose reduce only).");
        return error.When(!order.IsReduceOnly && order.Decimal("quantity") * price < contract.MinNotional);
    }

    private static ErrorResponse BeyondMultiplier(int code, string direction, decimal limit) => new(
        400, code, string.Create(CultureInfo.InvariantCulture, $"Limit price can't be {direction} than {limit:0.########}."));
}
