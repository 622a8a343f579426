namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>A trailing stop follows at a distance of 0.1 to 20 percent, from a price on or at once; nothing else does.</summary>
internal static class TrailingRule
{
    public static readonly Refusal InvalidRate = new(400, -2007, "Invalid callBack rate.", "'callbackRate' is from 0.1 to 20, in percent.");

    private const decimal Least = 0.1m;
    private const decimal Most = 20m;

    public static Refusal? Check(OrderForm form)
    {
        if (!form.IsTrailing)
        {
            return form.Has("activatePrice") ? Refusal.NotRequired("activatePrice")
                : form.Has("callbackRate") ? Refusal.NotRequired("callbackRate")
                : null;
        }

        return form.Decimal("callbackRate") switch
        {
            null => Refusal.MandatoryMissing("callbackRate"),
            >= Least and <= Most => null,
            _ => InvalidRate,
        };
    }
}
