using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.TruthCampaign;

namespace Binance.AlgoOrders.Soak;

/// <summary>Selects the faults of a round. None of them blocks the client by a rate limit, which would be a pause and no load.</summary>
internal static class FaultMix
{
    /// <summary>The probability of a fault, for each request.</summary>
    public const double Probability = 0.3;

    // Longer than the timeout of an attempt and shorter than the settling time of a round.
    private const double LongestDelay = 0.8;

    public static Fault[] Draw(Dice dice) =>
    [
        // Connections that the exchange resets before or after it has executed the request.
        Fault.ExecuteThenDrop,
        Fault.DropBeforeExecuting,
        Fault.LateExecution(dice.Seconds(0, LongestDelay)),

        // Connections that the exchange closes properly.
        Fault.ExecuteThenClose,
        Fault.CloseBeforeExecuting,

        // Malformed responses.
        Fault.DropInsideResponse(executed: true),
        Fault.DropInsideResponse(executed: false),
        Fault.TruncatedBody(executed: true),
        Fault.TruncatedBody(executed: false),
        Fault.EmptyBody(executed: true),
        Fault.WrongIdAcknowledgement(executed: false),

        // Slow responses.
        Fault.DelayBeforeExecuting(dice.Seconds(0, LongestDelay)),
        Fault.DelayBeforeExecuting(dice.Seconds(0, 0.1)),
        Fault.DelayBeforeResponding(dice.Seconds(0, LongestDelay)),
        Fault.DelayBeforeResponding(dice.Seconds(0, 0.1)),

        // Error responses, with a known and with an unknown execution.
        Fault.ServiceUnavailable503,
        Fault.InternalError503,
        Fault.UnknownError503(executed: true),
        Fault.UnknownError503(executed: false),
        Fault.Throttled1008,
        Fault.HtmlBadGateway502(executed: true),
        Fault.Timestamp1021,
    ];
}
