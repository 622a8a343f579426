namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The time until which a late copy of a call may still be executed, on the exchange's clock, according to the call's outcome.</summary>
internal static class MayExecuteUntil
{
    // An unknown outcome is documented to say so.
    public static DateTimeOffset? Of(CancelAlgoOrderOutcome outcome) => outcome is CancelAlgoOrderOutcome.Unknown ? DateTimeOffset.MaxValue : null;

    // Only a clear symbol is a claim.
    public static DateTimeOffset? Of(CancelAllAlgoOrdersOutcome outcome) => outcome.IsClear ? null : DateTimeOffset.MaxValue;
}
