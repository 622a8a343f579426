namespace Binance.AlgoOrders.Samples;

/// <summary>An outcome in a line.</summary>
internal static class OutcomeText
{
    public static string Of(CancelAlgoOrderOutcome outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Canceled { Evidence: CancelEvidence.Acknowledged } => "canceled, acknowledged",
        CancelAlgoOrderOutcome.Canceled => "canceled, confirmed by query",
        CancelAlgoOrderOutcome.Triggered triggered => $"too late, it has triggered: the live child order is {triggered.Order.ActualOrderIdText ?? "on its way"}",
        CancelAlgoOrderOutcome.Closed closed => $"it had ended before: {closed.Order.Status}",
        CancelAlgoOrderOutcome.NotFound => "Binance does not know it: check id and account",
        CancelAlgoOrderOutcome.StillOpen => "still open: cancel again",
        _ => $"unknown: {((CancelAlgoOrderOutcome.Unknown)outcome).LastError.Message}",
    };
}
