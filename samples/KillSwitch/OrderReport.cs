namespace Binance.AlgoOrders.Samples;

/// <summary>The result of one order.</summary>
/// <param name="Id">The id of the order.</param>
/// <param name="Outcome">The outcome, or null if there is an <paramref name="Error"/>.</param>
/// <param name="Error">The error that prevented an outcome, or null.</param>
internal sealed record OrderReport(AlgoOrderId Id, CancelAlgoOrderOutcome? Outcome, Exception? Error)
{
    /// <summary>True if the order itself cannot be live any more.</summary>
    public bool IsSettled => Outcome is CancelAlgoOrderOutcome.Canceled or CancelAlgoOrderOutcome.Ended or CancelAlgoOrderOutcome.Triggered;

    /// <summary>True if the order has triggered, and its child order is not known to be filled or canceled.</summary>
    public bool MayHaveLiveChild => Outcome is CancelAlgoOrderOutcome.Triggered { Order.Status.Known: not AlgoOrderStatus.Finished };

    /// <summary>Returns the report of one order that says the most, and a trigger before anything else.</summary>
    public static OrderReport Merge(IEnumerable<OrderReport> reports) => reports.MinBy(report => report.Outcome switch
    {
        CancelAlgoOrderOutcome.Triggered { Order.Status.Known: AlgoOrderStatus.Finished } => 0,
        CancelAlgoOrderOutcome.Triggered { Order.ActualOrderIdText: not null } => 1,
        CancelAlgoOrderOutcome.Triggered => 2,
        _ when report.IsSettled => 3,
        not null => 4,
        null => 5,
    })!;

    public override string ToString() => Outcome?.Match(
        canceled: _ => "canceled",
        triggered: outcome => DescribeChild(outcome.Order),
        ended: outcome => $"ended without a trade ({outcome.Evidence}), last seen {outcome.Order.Status}",
        notFound: _ => "NOT FOUND: Binance shows no trace of it",
        stillOpen: _ => "SURVIVES: still open",
        unknown: outcome => $"UNKNOWN: {outcome.LastError.Message}") ?? $"UNKNOWN: {Error?.Message}";

    private static string DescribeChild(AlgoOrder order) => order switch
    {
        { Status.Known: AlgoOrderStatus.Finished } => $"triggered: child order {order.ActualOrderIdText ?? "(without an id)"} was filled or canceled",
        { ActualOrderIdText: { } child } => $"TRIGGERED: child order {child} may be live, so query or cancel it as an ordinary order",
        _ => $"TRIGGERED: it has no child order yet, but may have one at any moment ({order.Status})",
    };
}
