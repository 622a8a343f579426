namespace Binance.AlgoOrders.Samples;

/// <summary>Formats an outcome as one line.</summary>
internal static class OutcomeText
{
    public static string Of(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Canceled { Evidence: CancelEvidence.Acknowledged } => "canceled, acknowledged",
        CancelAlgoOrderOutcome.Canceled => "canceled, confirmed by query",
        CancelAlgoOrderOutcome.Triggered triggered => $"triggered before the cancel: the live child order is {triggered.Order.ActualOrderIdText ?? "being created"}",
        CancelAlgoOrderOutcome.Ended ended => $"ended before the cancel: {ended.Order.Status}",
        CancelAlgoOrderOutcome.NotFound => "Binance does not know the order: check the id and the account",
        CancelAlgoOrderOutcome.StillOpen => "still open: cancel again",
        _ => $"unknown: {((CancelAlgoOrderOutcome.Unknown)outcome).LastError.Message}",
    };
}
