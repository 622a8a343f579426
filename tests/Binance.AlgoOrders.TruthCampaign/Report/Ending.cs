namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>How a call ended, in the words of the table.</summary>
internal static class Ending
{
    public static string NameOf(IPlayedCancel call) => call switch
    {
        { Outcome: CancelAlgoOrderOutcome.Canceled canceled } => $"Canceled ({canceled.Evidence})",
        { Outcome: CancelAlgoOrderOutcome.Triggered triggered } => $"Triggered ({triggered.Order.Status})",
        { Outcome: CancelAlgoOrderOutcome.Closed closed } => $"Closed ({closed.Order.Status})",
        { Outcome: CancelAlgoOrderOutcome.NotFound notFound } => $"NotFound ({(notFound.AbsentFromOpenOrders ? "absent from the open orders" : "not looked for among the open orders")})",
        { Outcome: { } outcome } => outcome.GetType().Name,
        { Acknowledgement: not null } => "acknowledged",
        { Failure: AlgoOrderException failure } => $"{failure.GetType().Name}, {failure.Execution}",
        _ => call.Failure?.GetType().Name ?? "nothing",
    };

    public static string NameOf(PlayedPlace call) => call switch
    {
        { Placed: not null } => "placed",
        { Failure: AlgoOrderException failure } => $"{failure.GetType().Name}, {failure.Execution}",
        _ => call.Failure?.GetType().Name ?? "nothing",
    };

    /// <summary>What the call itself says was in the way of knowing.</summary>
    public static string ObstacleOf(IPlayedCancel call) => (call.Failure ?? (call.Outcome as CancelAlgoOrderOutcome.Unknown)?.LastError) switch
    {
        BinanceApiException { ErrorCode: { } code } => $"{code} {BinanceErrorCodes.NameOf(code)}",
        BinanceApiException failure => $"HTTP {(int)failure.StatusCode}",
        { InnerException: { } cause } => cause.GetType().Name,
        { } failure => failure.GetType().Name,
        null => "nothing",
    };

    public static bool IsUnknown(IPlayedCancel call) =>
        call is { Outcome: CancelAlgoOrderOutcome.Unknown } or { Failure: AlgoOrderException { Execution: ExecutionStatus.Unknown } };
}
