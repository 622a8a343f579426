using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares the claims of an outcome with the truth.</summary>
internal sealed class OutcomeClaimChecker(ICompletedCancel call, Truth truth)
{
    public IEnumerable<string> FalseClaims(CancelAlgoOrderOutcome outcome)
    {
        IEnumerable<string> claims = outcome.Match(Canceled, Triggered, Ended, NotFound, StillOpen, Unknown);
        return claims.Concat(CommonClaims(outcome));
    }

    private static IEnumerable<string> Unless(bool isTrue, string claim) => isTrue ? [] : [claim];

    private IEnumerable<string> Canceled(CancelAlgoOrderOutcome.Canceled canceled) =>
    [
        .. Unless(truth.Status == SimulatedOrderStatus.Canceled, $"reports Canceled for an order that is {truth.Status}"),
        .. Unless(canceled.Acknowledgement is null || truth.IsAcknowledgedBy(canceled.Acknowledgement), "carries another order's acknowledgement"),
        .. Unless(canceled.Order is null || truth.IsShownBy(canceled.Order), "shows an order in a state that it never had"),
        .. EvidenceOf(canceled),
    ];

    private IEnumerable<string> EvidenceOf(CancelAlgoOrderOutcome.Canceled canceled) => canceled.Evidence switch
    {
        CancelEvidence.Acknowledged => Unless(
            canceled.Acknowledgement is not null && truth.WasExecutedByThisCallUntilItsEnd, "reports Acknowledged, but no cancel of this call was executed"),
        _ => Unless(canceled.Order?.Status == AlgoOrderStatus.Canceled, "reports Queried, but shows no canceled order"),
    };

    private IEnumerable<string> Triggered(CancelAlgoOrderOutcome.Triggered triggered) =>
    [
        .. Unless(truth.IsShownBy(triggered.Order), "shows an order in a state that it never had"),
        .. Unless(triggered.Order.Status.Known is AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered, "reports Triggered for another status"),
        .. Unless(!truth.WasExecutedByThisCall, "reports Triggered for an order that this call canceled"),
    ];

    private IEnumerable<string> Ended(CancelAlgoOrderOutcome.Ended ended) =>
    [
        .. Unless(truth.IsShownBy(ended.Order), "shows an order in a state that it never had"),
        .. Unless(ended.Order.Status.Known is AlgoOrderStatus.Finished or AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired, "reports Ended for another status"),
        .. Unless(truth.Status.ToString() == ended.Order.Status.Known.ToString(), $"reports {ended.Order.Status} for an order that is {truth.Status}"),
    ];

    private IEnumerable<string> NotFound(CancelAlgoOrderOutcome.NotFound notFound) =>
    [
        .. Unless(truth.CouldBeUnknownToAQuery, $"reports NotFound for an order that could be queried all the time and is {truth.Status}"),
        .. Unless(!notFound.AbsentFromOpenOrders || call.Plan.Symbol is not null, "reports AbsentFromOpenOrders, but no symbol was given"),
        .. Unless(!notFound.AbsentFromOpenOrders || truth.CouldBeAbsentFromOpenOrders, "reports AbsentFromOpenOrders for an order that was open all the time"),
    ];

    private IEnumerable<string> StillOpen(CancelAlgoOrderOutcome.StillOpen stillOpen) =>
    [
        .. Unless(truth.IsShownBy(stillOpen.Order) && stillOpen.Order.Status == AlgoOrderStatus.New, "shows an order in a state that it never had"),
        .. Unless(!truth.WasExecutedByThisCall, "reports StillOpen, but a cancel of this call was executed"),
    ];

    private IEnumerable<string> Unknown(CancelAlgoOrderOutcome.Unknown unknown) =>
        Unless(unknown.LastSeen is null || truth.IsShownBy(unknown.LastSeen), "shows an order in a state that it never had");

    private IEnumerable<string> CommonClaims(CancelAlgoOrderOutcome outcome)
    {
        AlgoOrderMayBeActiveException? exception = ExceptionOf(outcome);
        return
        [
            .. Unless(!outcome.IsInactive || !truth.IsLive, $"reports IsInactive for an order that is {truth.Status}"),
            .. Unless(outcome.IsInactive == exception is null, "IsInactive contradicts EnsureInactive"),
            .. Unless(exception?.Execution != ExecutionStatus.NotExecuted || !truth.WasExecutedByThisCall, "EnsureInactive throws NotExecuted, but a cancel was executed"),
            .. Unless(!truth.WasExecutedByThisCall || ListsExecutedCancel(outcome.Attempts), "lists every attempt to cancel as not executed, but one was executed"),
        ];
    }

    private static bool ListsExecutedCancel(IEnumerable<CancelAttempt> attempts) =>
        attempts.Any(attempt => attempt.Endpoint.StartsWith("DELETE", StringComparison.Ordinal) && attempt.Execution != ExecutionStatus.NotExecuted);

    private static AlgoOrderMayBeActiveException? ExceptionOf(CancelAlgoOrderOutcome outcome)
    {
        try
        {
            outcome.EnsureInactive();
            return null;
        }
        catch (AlgoOrderMayBeActiveException exception)
        {
            return exception;
        }
    }
}
