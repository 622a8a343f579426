namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The time until which a late copy of a call may still be executed, on the exchange's clock, according to the call's outcome.</summary>
internal static class MayExecuteUntil
{
    public static DateTimeOffset? Of(CancelAlgoOrderOutcome outcome) => outcome.MayExecuteUntil;

    public static DateTimeOffset? Of(CancelAllAlgoOrdersOutcome outcome) => outcome.MayExecuteUntil;
}
