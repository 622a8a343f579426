using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Draws faults: every kind once, with delays of its own for every scenario.</summary>
internal static class FaultGenerator
{
    private const double MaxDelaySeconds = 8;

    public static IReadOnlyList<Fault> Draw(Dice dice) =>
    [
        Fault.ExecuteThenDrop,
        Fault.ExecuteThenClose,
        Fault.DropBeforeExecuting,
        Fault.CloseBeforeExecuting,
        Fault.ConnectionRefused,
        Fault.DropInsideResponse(executed: true),
        Fault.DropInsideResponse(executed: false),
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
        Fault.DelayBeforeResponding(Delay(dice)),
        Fault.DelayBeforeResponding(dice.Seconds(0, 1)),
        Fault.LateExecution(Delay(dice)),
        Fault.LateExecution(dice.Seconds(0, 1)),
        Fault.CancelAllFailed2012(dice.Below(3)),
        Fault.ListAllSymbols,
    ];

    /// <summary>Gets the failures after which the request is known not to be executed.</summary>
    public static IReadOnlyList<Fault> DefiniteFailures { get; } =
        [Fault.ServiceUnavailable503, Fault.InternalError503, Fault.Throttled1008, Fault.ConnectionRefused, Fault.HtmlForbidden403];

    /// <summary>Draws lost responses, most of whose requests are executed late.</summary>
    public static IReadOnlyList<Fault> DrawLateExecutions(Dice dice) =>
    [
        Fault.LateExecution(dice.Seconds(0, 1)),
        Fault.LateExecution(dice.Seconds(0.5, 3)),
        Fault.LateExecution(Delay(dice)),
        Fault.DelayBeforeExecuting(dice.Seconds(0.5, 3)),
        Fault.DropBeforeExecuting,
    ];

    /// <summary>Draws the faults that apply to cancels only: a new order that a proxy sends twice is no fault of the client.</summary>
    public static IReadOnlyList<Fault> DrawExecutedTwice(Dice dice) => [Fault.ExecuteTwice(dice.Seconds(0, 1)), Fault.ExecuteTwice(Delay(dice))];

    /// <summary>Draws rate limits and bans that end soon.</summary>
    public static IReadOnlyList<Fault> DrawBans(Dice dice) =>
    [
        Fault.TooManyRequests429(dice.Seconds(0.5, 4)),
        Fault.TooManyRequests429(dice.Seconds(0.5, 4), RetryAfterFormat.HttpDate),
        Fault.Banned418(dice.Seconds(0.5, 4), dice.OneOf(RetryAfterFormat.Seconds, RetryAfterFormat.HttpDate, RetryAfterFormat.None)),
    ];

    /// <summary>Draws a rate limit without a Retry-After.</summary>
    public static Fault DrawEndlessLimit(Dice dice) => Fault.TooManyRequests429(dice.Seconds(0.5, 4), RetryAfterFormat.None);

    private static TimeSpan Delay(Dice dice) => dice.Seconds(0, MaxDelaySeconds);
}
