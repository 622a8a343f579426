namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>An order that is good till a date has one, more than ten minutes away; no other order has one.</summary>
internal static class GoodTillDateRule
{
    private const long TooLate = 253402300799000;
    private static readonly TimeSpan Lead = TimeSpan.FromSeconds(600);

    private static readonly Refusal OutOfRange = new(
        400,
        -5040,
        "The goodTillDate timestamp must be greater than the current time plus 600 seconds and smaller than 253402300799000 (UTC 9999-12-31 23:59:59)");

    public static Refusal? Check(OrderForm form, DateTimeOffset now)
    {
        if (!form.IsGoodTillDate)
        {
            return form.Has("goodTillDate") ? Refusal.NotRequired("goodTillDate") : null;
        }

        return !form.Parameters.TryGetNumber("goodTillDate", out long? sent) ? Refusal.MandatoryMissing("goodTillDate")
            : sent is <= 0 or >= TooLate || form.GoodTillDate <= now + Lead ? OutOfRange
            : null;
    }
}
