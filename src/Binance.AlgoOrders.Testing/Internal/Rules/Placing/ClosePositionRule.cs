namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>An order has a quantity, or closes the whole position: then it is a market order, without quantity and without reduceOnly.</summary>
internal static class ClosePositionRule
{
    private static readonly Refusal QuantityBesides = new(400, -4137, "Quantity must be zero with closePosition equals true");

    public static Refusal? Check(OrderForm form)
    {
        if (!form.ClosesPosition)
        {
            return form.Has("quantity") ? null : Refusal.MandatoryMissing("quantity");
        }

        return form.Type is not ("STOP_MARKET" or "TAKE_PROFIT_MARKET")
                ? new Refusal(400, -4136, $"Target strategy invalid for orderType {form.Type},closePosition true")
            : form.Has("quantity") ? QuantityBesides
            : form.Has("reduceOnly") ? Refusal.NotRequired("reduceOnly")
            : null;
    }
}
