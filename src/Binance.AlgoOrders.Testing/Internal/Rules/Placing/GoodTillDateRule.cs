using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>Requires a date more than ten minutes ahead from GTD orders, and no date from other orders.</summary>
internal static class GoodTillDateRule
{
    private const long TooLate = 253402300799000;
    private static readonly TimeSpan MinLead = TimeSpan.FromSeconds(600);

    private static readonly ErrorResponse OutOfRange = new(
        400,
        -5040,
        "The goodTillDate timestamp must be greater than the current time plus 600 seconds and smaller than 253402300799000 (UTC 9999-12-31 23:59:59)");

    public static ErrorResponse? Check(NewOrderParameters order, DateTimeOffset now)
    {
        if (!order.IsGoodTillDate)
        {
            return order.Parameters.Forbid("goodTillDate");
        }

        return order.Parameters.Number("goodTillDate") switch
        {
            null => ErrorResponse.MandatoryMissing("goodTillDate"),
            <= 0 or >= TooLate => OutOfRange,
            _ when order.GoodTillDate <= now + MinLead => OutOfRange,
            _ => null,
        };
    }
}
