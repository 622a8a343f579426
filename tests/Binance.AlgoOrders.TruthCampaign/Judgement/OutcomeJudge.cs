using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Holds an outcome against the truth.</summary>
internal sealed class OutcomeJudge(IPlayedCancel call, Truth truth)
{
    public IEnumerable<string> Lies(CancelAlgoOrderOutcome outcome)
    {
        IEnumerable<string> lies = outcome.Match(Canceled, Triggered, Closed, NotFound, StillOpen, Unknown);
        return lies.Concat(Claims(outcome));
    }

    private static IEnumerable<string> Unless(bool isTrue, string claim) => isTrue ? [] : [claim];

    private IEnumerable<string> Canceled(CancelAlgoOrderOutcome.Canceled canceled) =>
    [
        .. Unless(truth.Status == SimulatedOrderStatus.Canceled, $"says Canceled of an order that is {truth.Status}"),
        .. Unless(canceled.Acknowledgement is null || truth.IsAcknowledgedBy(canceled.Acknowledgement), "carries another order's acknowledgement"),
        .. Unless(canceled.Order is null || truth.IsShownBy(canceled.Order), "carries an order that never was so"),
        .. canceled.Evidence == CancelEvidence.Acknowledged
            ? Unless(canceled.Acknowledgement is not null && truth.WasExecutedByThisCallUntilItsEnd, "says Acknowledged, and no cancel of this call was executed")
            : Unless(canceled.Order?.Status == AlgoOrderStatus.Canceled, "says Queried, and shows no canceled order"),
    ];

    private IEnumerable<string> Triggered(CancelAlgoOrderOutcome.Triggered triggered) =>
    [
        .. Unless(truth.IsShownBy(triggered.Order), "carries an order that never was so"),
        .. Unless(triggered.Order.Status.Known is AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered, "says Triggered of another status"),
        .. Unless(!truth.WasExecutedByThisCall, "says Triggered of an order that this call canceled"),
    ];

    private IEnumerable<string> Closed(CancelAlgoOrderOutcome.Closed closed) =>
    [
        .. Unless(truth.IsShownBy(closed.Order), "carries an order that never was so"),
        .. Unless(closed.Order.Status.Known is AlgoOrderStatus.Finished or AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired, "says Closed of another status"),
        .. Unless(truth.Status.ToString() == closed.Order.Status.Known.ToString(), $"says {closed.Order.Status} of an order that is {truth.Status}"),
    ];

    private IEnumerable<string> NotFound(CancelAlgoOrderOutcome.NotFound notFound) =>
    [
        .. Unless(truth.CouldBeUnknownToAQuery, $"says NotFound of an order that could be queried all the time and is {truth.Status}"),
        .. Unless(!notFound.AbsentFromOpenOrders || call.Plan.Symbol is not null, "says that it read the open orders of no symbol"),
        .. Unless(!notFound.AbsentFromOpenOrders || truth.CouldBeAbsentFromOpenOrders, "says absent of an order that was open all the time"),
    ];

    private IEnumerable<string> StillOpen(CancelAlgoOrderOutcome.StillOpen stillOpen) =>
    [
        .. Unless(truth.IsShownBy(stillOpen.Order) && stillOpen.Order.Status == AlgoOrderStatus.New, "carries an order that never was so"),
        .. Unless(!truth.WasExecutedByThisCall, "says StillOpen, and a cancel of this call was executed"),
    ];

    private IEnumerable<string> Unknown(CancelAlgoOrderOutcome.Unknown unknown) =>
        Unless(unknown.LastSeen is null || truth.IsShownBy(unknown.LastSeen), "shows an order that never was so");

    private IEnumerable<string> Claims(CancelAlgoOrderOutcome outcome)
    {
        AlgoOrderNotInactiveException? complaint = Complaint(outcome);
        return
        [
            .. Unless(!outcome.IsInactive || !truth.IsLive, $"says IsInactive of an order that is {truth.Status}"),
            .. Unless(outcome.IsInactive == complaint is null, "contradicts itself on IsInactive"),
            .. Unless(complaint?.Execution != ExecutionStatus.NotExecuted || !truth.WasExecutedByThisCall, "complains NotExecuted of a cancel that was executed"),
            .. Unless(!truth.WasExecutedByThisCall || Admits(outcome.Attempts), "lists every attempt to cancel as not executed, and one was"),
        ];
    }

    private static bool Admits(IEnumerable<CancelAttempt> attempts) =>
        attempts.Any(attempt => attempt.Operation.StartsWith("DELETE", StringComparison.Ordinal) && attempt.Result != CancelAttemptResult.NotExecuted);

    private static AlgoOrderNotInactiveException? Complaint(CancelAlgoOrderOutcome outcome)
    {
        try
        {
            outcome.EnsureInactive();
            return null;
        }
        catch (AlgoOrderNotInactiveException complaint)
        {
            return complaint;
        }
    }
}
