namespace Binance.AlgoOrders.Samples;

/// <summary>Formats an outcome as one line.</summary>
internal static class OutcomeText
{
    public static string Of(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Canceled { Evidence: CancelEvidence.Acknowledged } => "canceled, acknowledged",
        CancelAlgoOrderOutcome.Canceled => "canceled, confirmed by query",
        CancelAlgoOrderOutcome.Triggered triggered => $"triggered before the cancel: {triggered.Order.Status}, child order {triggered.Order.ActualOrderIdText ?? "not placed yet"}",
        CancelAlgoOrderOutcome.Ended ended => $"ended without a trade ({ended.Evidence}), last seen {ended.Order.Status}",
        CancelAlgoOrderOutcome.NotFound => "Binance does not know the order: check the id and the account",
        CancelAlgoOrderOutcome.StillOpen => "still open: cancel again",
        _ => $"unknown: {((CancelAlgoOrderOutcome.Unknown)outcome).LastError.Message}",
    };
}
