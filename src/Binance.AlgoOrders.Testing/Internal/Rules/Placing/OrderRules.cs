using Binance.AlgoOrders.Testing.Internal.Endpoints;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Everything that a new order must be, in the order of the checks: what was sent, each by itself, together, and beside what is open.</summary>
internal static class OrderRules
{
    private static readonly string[] Mandatory = ["algoType", "side", "type"];

    public static Refusal? Check(OrderForm form, SymbolRule symbols, EndpointCall call) =>
        symbols.Check(form.Parameters)
        ?? MandatoryRule(form)
        ?? FormRule.NotEmpty(form.Parameters, OrderForm.ParameterNames)
        ?? EnumRule.Check(form)
        ?? DecimalRule.Check(form)
        ?? ClientAlgoIdRule.Check(form)
        ?? PriceRule.Check(form)
        ?? TrailingRule.Check(form)
        ?? ClosePositionRule.Check(form)
        ?? PositionModeRule.Check(form, call.Account)
        ?? GoodTillDateRule.Check(form, call.Now)
        ?? OpenOrdersRule.Check(form, call.Orders);

    private static Refusal? MandatoryRule(OrderForm form) =>
        Array.Find(Mandatory, name => !form.Has(name)) is { } missing ? Refusal.MandatoryMissing(missing) : null;
}
