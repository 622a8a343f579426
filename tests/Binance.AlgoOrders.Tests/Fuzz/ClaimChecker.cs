namespace Binance.AlgoOrders.Tests.Fuzz;

/// <summary>Checks that a response of the call contained the result.</summary>
internal static class ClaimChecker
{
    public static string NameOf(object? result) => result switch
    {
        null => "none",
        CancelAlgoOrderOutcome.Canceled canceled => $"{nameof(CancelAlgoOrderOutcome.Canceled)} {canceled.Evidence}",
        IReadOnlyList<AlgoOrder> => "orders",
        AlgoOrderException exception => $"{exception.GetType().Name} {exception.Execution}",
        _ => result.GetType().Name,
    };

    public static bool IsBacked(object? result, IReadOnlyList<FuzzedResponse> answers) => result switch
    {
        null => IsNotFound(answers[^1]),
        CancelAlgoOrderResult => Oracle.IsAcknowledgement(answers[^1]),
        CancelAllAlgoOrdersResult => Oracle.IsAcknowledgementOfAll(answers[^1]),
        ServerTimeSync => answers.Any(Oracle.IsServerTime),
        AlgoOrder order => IsShown(order, answers),
        IReadOnlyList<AlgoOrder> orders => orders.All(order => IsShown(order, answers)) && Oracle.ListOf(answers[^1]) is not null,
        CancelAlgoOrderOutcome outcome => IsBacked(outcome, answers),
        CancelAllAlgoOrdersOutcome all => IsBacked(all, answers),
        _ => false,
    };

    public static bool Shows(Exception exception, string? secret) => secret is not null && exception.Message.Contains(secret, StringComparison.Ordinal);

    private static bool IsBacked(CancelAlgoOrderOutcome outcome, IReadOnlyList<FuzzedResponse> answers) => outcome switch
    {
        CancelAlgoOrderOutcome.Canceled { Evidence: CancelEvidence.Acknowledged } => answers.Any(answer => answer.Method == HttpMethod.Delete && Oracle.IsAcknowledgement(answer)),
        CancelAlgoOrderOutcome.Canceled { Order: { } order } => IsShown(order, answers, "CANCELED"),
        CancelAlgoOrderOutcome.Triggered { Order: var order } => IsShown(order, answers, "TRIGGERING", "TRIGGERED", "FINISHED"),
        CancelAlgoOrderOutcome.Ended { Order: var order } => IsShown(order, answers, "REJECTED", "EXPIRED"),
        CancelAlgoOrderOutcome.StillOpen { Order: var order } => IsShown(order, answers, "NEW"),
        CancelAlgoOrderOutcome.NotFound { AbsentFromOpenOrders: true } => answers.Any(IsNotFound) && answers.Any(answer => Oracle.ListOf(answer) is not null),
        CancelAlgoOrderOutcome.NotFound => answers.Any(IsNotFound),
        CancelAlgoOrderOutcome.Unknown { LastSeen: var order } => order is null || IsShown(order, answers),
        _ => false,
    };

    private static bool IsBacked(CancelAllAlgoOrdersOutcome all, IReadOnlyList<FuzzedResponse> answers) =>
        all.Orders.All(item => item.Outcome is null || IsBacked(item.Outcome, answers))
        && (!all.IsClear || answers.Count(answer => Oracle.ListOf(answer) is { } list && list.All(order => order.Status != "NEW")) >= 2);

    private static bool IsShown(AlgoOrder? order, IReadOnlyList<FuzzedResponse> answers, params string[] states)
    {
        if (order is null)
        {
            return false;
        }

        var shown = new FuzzedOrder(order.AlgoId, order.ClientAlgoId, order.Status.Text);
        return (states.Length == 0 || states.Contains(shown.Status, StringComparer.Ordinal))
            && answers.Any(answer => Oracle.OrderOf(answer) == shown || Oracle.ReadableOrdersOf(answer).Contains(shown));
    }

    private static bool IsNotFound(FuzzedResponse answer) =>
        answer.Method == HttpMethod.Get && ExecutionChecker.IsSurelyNotExecuted(answer) && Oracle.ErrorOf(answer) is { Code: -2011 or -2013 };
}
