using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Everything that can go wrong with a request, each kind once, with delays of its own for every scenario.</summary>
internal static class FaultMenu
{
    private const double LongestDelay = 8;

    public static IReadOnlyList<Fault> Draw(Dice dice) =>
    [
        Fault.ExecuteThenDrop,
        Fault.ExecuteThenClose,
        Fault.DropBeforeExecuting,
        Fault.CloseBeforeExecuting,
        Fault.ConnectionRefused,
        Fault.DropInsideAnswer(executed: true),
        Fault.DropInsideAnswer(executed: false),
        Fault.UnknownError503(executed: true),
        Fault.UnknownError503(executed: false),
        Fault.Timeout1007(executed: true),
        Fault.Timeout1007(executed: false),
        Fault.HtmlBadGateway502(executed: true),
        Fault.HtmlBadGateway502(executed: false),
        Fault.Html200(executed: true),
        Fault.Html200(executed: false),
        Fault.EmptyBody(executed: true),
        Fault.EmptyBody(executed: false),
        Fault.TruncatedBody(executed: true),
        Fault.TruncatedBody(executed: false),
        Fault.WrongContentType,
        Fault.WrongIdAcknowledgement(executed: true),
        Fault.WrongIdAcknowledgement(executed: false),
        Fault.ServiceUnavailable503,
        Fault.InternalError503,
        Fault.Throttled1008,
        Fault.HtmlForbidden403,
        Fault.Timestamp1021,
        Fault.DelayBeforeExecuting(Delay(dice)),
        Fault.DelayBeforeExecuting(dice.Seconds(0, 1)),
        Fault.DelayBeforeAnswering(Delay(dice)),
        Fault.DelayBeforeAnswering(dice.Seconds(0, 1)),
        Fault.LateExecution(Delay(dice)),
        Fault.LateExecution(dice.Seconds(0, 1)),
    ];

    /// <summary>Failures after which it is sure that nothing was executed.</summary>
    public static IReadOnlyList<Fault> SureFailures { get; } =
        [Fault.ServiceUnavailable503, Fault.InternalError503, Fault.Throttled1008, Fault.ConnectionRefused, Fault.HtmlForbidden403];

    /// <summary>Nothing but requests that nobody answers, and that may be executed when nobody expects it any more.</summary>
    public static IReadOnlyList<Fault> DrawLateExecutions(Dice dice) =>
    [
        Fault.LateExecution(dice.Seconds(0, 1)),
        Fault.LateExecution(dice.Seconds(0.5, 3)),
        Fault.LateExecution(Delay(dice)),
        Fault.DelayBeforeExecuting(dice.Seconds(0.5, 3)),
        Fault.DropBeforeExecuting,
    ];

    /// <summary>Limits and bans that name their end, and do so soon.</summary>
    public static IReadOnlyList<Fault> DrawBans(Dice dice) =>
    [
        Fault.TooManyRequests429(dice.Seconds(0.5, 4)),
        Fault.TooManyRequests429(dice.Seconds(0.5, 4), RetryAfterForm.HttpDate),
        Fault.Banned418(dice.Seconds(0.5, 4), dice.OneOf(RetryAfterForm.Seconds, RetryAfterForm.HttpDate, RetryAfterForm.None)),
    ];

    /// <summary>A limit that does not say when it ends.</summary>
    public static Fault DrawEndlessLimit(Dice dice) => Fault.TooManyRequests429(dice.Seconds(0.5, 4), RetryAfterForm.None);

    private static TimeSpan Delay(Dice dice) => dice.Seconds(0, LongestDelay);
}
