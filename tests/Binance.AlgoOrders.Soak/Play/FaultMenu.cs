using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>What goes wrong with the requests of a round. Nothing here silences the client: that would be a pause, not a load.</summary>
internal static class FaultMenu
{
    /// <summary>Of each request to be struck.</summary>
    public const double Probability = 0.3;

    // Longer than an attempt lasts, and shorter than a round takes to settle.
    private const double LongestDelay = 0.8;

    public static Fault[] Draw(Dice dice) =>
    [
        // Reset by the exchange, before and after it has done what was asked.
        Fault.ExecuteThenDrop,
        Fault.DropBeforeExecuting,
        Fault.LateExecution(dice.Seconds(0, LongestDelay)),

        // Closed in good order.
        Fault.ExecuteThenClose,
        Fault.CloseBeforeExecuting,

        // Broken answers.
        Fault.DropInsideAnswer(executed: true),
        Fault.DropInsideAnswer(executed: false),
        Fault.TruncatedBody(executed: true),
        Fault.TruncatedBody(executed: false),
        Fault.EmptyBody(executed: true),
        Fault.WrongIdAcknowledgement(executed: false),

        // Slow answers.
        Fault.DelayBeforeExecuting(dice.Seconds(0, LongestDelay)),
        Fault.DelayBeforeExecuting(dice.Seconds(0, 0.1)),
        Fault.DelayBeforeAnswering(dice.Seconds(0, LongestDelay)),
        Fault.DelayBeforeAnswering(dice.Seconds(0, 0.1)),

        // Refusals, sure ones and others.
        Fault.ServiceUnavailable503,
        Fault.InternalError503,
        Fault.UnknownError503(executed: true),
        Fault.UnknownError503(executed: false),
        Fault.Throttled1008,
        Fault.HtmlBadGateway502(executed: true),
        Fault.Timestamp1021,
    ];
}
