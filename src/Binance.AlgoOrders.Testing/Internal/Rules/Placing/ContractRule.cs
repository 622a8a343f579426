using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>
/// Requires a quantity and a limit price within the limits of a listed contract. A trigger price is not checked, because Binance accepted one off the
/// tick. Without a listed contract, every quantity and price is accepted.
/// </summary>
internal static class ContractRule
{
    public static ErrorResponse? Check(NewOrderParameters order, SimulatedContract? contract)
    {
        if (contract is null)
        {
            return null;
        }

        return QuantityRule.Check(order, contract) ?? LimitPriceRule.Check(order, contract);
    }
}
