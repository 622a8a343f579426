using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Compares the claims of an outcome with the truth, now and later.</summary>
internal sealed class OutcomeClaimChecker(ICompletedCancel call, Truth truth)
{
    public IEnumerable<string> FalseClaims(CancelAlgoOrderOutcome outcome)
    {
        IEnumerable<string> claims = outcome.Match(Canceled, Triggered, Ended, NotFound, StillOpen, Unknown);
        return claims.Concat(CommonClaims(outcome));
    }

    /// <summary>Returns the id of the order that an outcome names, or null if it names none.</summary>
    public static long? NamedBy(CancelAlgoOrderOutcome? outcome) => outcome switch
    {
        CancelAlgoOrderOutcome.Canceled canceled => canceled.Acknowledgement?.AlgoId ?? canceled.Order?.AlgoId,
        CancelAlgoOrderOutcome.Triggered triggered => triggered.Order.AlgoId,
        CancelAlgoOrderOutcome.Ended ended => ended.Order.AlgoId,
        CancelAlgoOrderOutcome.StillOpen stillOpen => stillOpen.Order.AlgoId,
        CancelAlgoOrderOutcome.Unknown unknown => unknown.LastSeen?.AlgoId,
        _ => null,
    };

    private static IEnumerable<string> Unless(bool isTrue, string claim) => isTrue ? [] : [claim];

    private IEnumerable<string> Canceled(CancelAlgoOrderOutcome.Canceled canceled)
    {
        if (canceled.Order is { } shown && truth.IsOlder(shown))
        {
            return Unless(CouldSeemToHaveEnded, $"reports Canceled because of an older order, but the order is {truth.Status}");
        }

        return
        [
            .. Unless(truth.Status == SimulatedOrderStatus.Canceled, $"reports Canceled for an order that is {truth.Status}"),
            .. Unless(canceled.Acknowledgement is null || truth.IsAcknowledgedBy(canceled.Acknowledgement), "carries another order's acknowledgement"),
            .. Unless(canceled.Order is null || truth.IsShownBy(canceled.Order), "shows an order in a state that it never had"),
            .. EvidenceOf(canceled),
        ];
    }

    // An order that triggered before any view contained it leaves no trace in time.
    private bool CouldSeemToHaveEnded => truth.EndedWithoutTrade || (!truth.IsLive && !truth.WasDiscoverable);

    private IEnumerable<string> EvidenceOf(CancelAlgoOrderOutcome.Canceled canceled) => canceled.Evidence switch
    {
        _ when call is CancelAllItem => [],
        CancelEvidence.Acknowledged => Unless(
            canceled.Acknowledgement is not null && truth.WasExecutedByThisCallUntilItsEnd, "reports Acknowledged, but no cancel of this call was executed"),
        _ => Unless(canceled.Order?.Status == AlgoOrderStatus.Canceled, "reports Queried, but shows no canceled order"),
    };

    private IEnumerable<string> Triggered(CancelAlgoOrderOutcome.Triggered triggered)
    {
        if (truth.IsOlder(triggered.Order))
        {
            return Unless(!truth.IsLive || !truth.WasDiscoverable, $"reports Triggered because of an older order, but the order is {truth.Status}");
        }

        return
        [
            .. Unless(truth.IsShownBy(triggered.Order), "shows an order in a state that it never had"),
            .. Unless(
                triggered.Order.Status.Known is AlgoOrderStatus.Triggering or AlgoOrderStatus.Triggered or AlgoOrderStatus.Finished,
                "reports Triggered for another status"),
            .. Unless(!truth.WasCanceledByThisCall, "reports Triggered for an order that this call canceled"),
        ];
    }

    private IEnumerable<string> Ended(CancelAlgoOrderOutcome.Ended ended)
    {
        if (truth.IsOlder(ended.Order))
        {
            return Unless(CouldSeemToHaveEnded, $"reports Ended because of an older order, but the order is {truth.Status}");
        }

        return
        [
            .. Unless(truth.EndedWithoutTrade, $"reports Ended, so inactive, for an order that is {truth.Status}"),
            .. Unless(truth.IsShownBy(ended.Order), "shows an order in a state that it never had"),
        ];
    }

    private IEnumerable<string> NotFound(CancelAlgoOrderOutcome.NotFound notFound) =>
    [
        .. Unless(!truth.IsLive || !truth.WasDiscoverable, "reports NotFound for a live order that every view contained in time"),
        .. Unless(truth.IsLive || truth.CouldBeUnknownToAQuery || notFound.EarlierOrder is not null, $"reports NotFound for an order that could be queried all the time and is {truth.Status}"),
        .. Unless(
            !truth.WasCanceledByThisCall || notFound.EarlierOrder?.AlgoId != truth.Order?.AlgoId,
            "reports NotFound and names the order as an earlier one, but this call canceled it"),
        .. Unless(!notFound.AbsentFromOpenOrders || truth.CouldBeAbsentFromOpenOrders, "reports AbsentFromOpenOrders for an order that was open all the time"),
    ];

    private IEnumerable<string> StillOpen(CancelAlgoOrderOutcome.StillOpen stillOpen)
    {
        if (truth.IsOlder(stillOpen.Order))
        {
            return ["reports StillOpen because of an older order"];
        }

        return
        [
            .. Unless(truth.IsShownBy(stillOpen.Order) && stillOpen.Order.Status == AlgoOrderStatus.New, "shows an order in a state that it never had"),
            .. Unless(!truth.WasExecutedByThisCall, "reports StillOpen, but a cancel of this call was executed"),
            .. Unless(!truth.HadEndedBefore(call.World.QueryStatusDelay + call.World.MaxResponseAge), $"reports StillOpen for an order that had ended before and is {truth.Status}"),
        ];
    }

    private IEnumerable<string> Unknown(CancelAlgoOrderOutcome.Unknown unknown) =>
        Unless(unknown.LastSeen is null || truth.IsOlder(unknown.LastSeen) || truth.IsShownBy(unknown.LastSeen), "shows an order in a state that it never had");

    private IEnumerable<string> CommonClaims(CancelAlgoOrderOutcome outcome)
    {
        AlgoOrderMayBeActiveException? exception = ExceptionOf(outcome);
        bool isClaimedInactive = outcome.IsInactive && outcome is not (CancelAlgoOrderOutcome.Canceled or CancelAlgoOrderOutcome.Ended);
        return
        [
            .. Unless(!isClaimedInactive || truth.EndedWithoutTrade, $"reports IsInactive for an order that is {truth.Status}"),
            .. Unless(outcome.IsInactive == exception is null, "IsInactive contradicts EnsureInactive"),
            .. Unless(exception?.Execution != ExecutionStatus.NotExecuted || !truth.WasExecutedByThisCall, "EnsureInactive throws NotExecuted, but a cancel was executed"),
            .. Unless(
                call is CancelAllItem || !truth.WasExecutedByThisCall || ListsExecutedCancel(outcome.Attempts),
                "lists every attempt to cancel as not executed, but one was executed"),
            .. Unless(
                !truth.LaterOrdersCanceledAfter(MayExecuteUntil.Of(outcome)).Any(),
                $"reports {outcome.GetType().Name}, and a late copy cancels an order that was placed after the return"),
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
