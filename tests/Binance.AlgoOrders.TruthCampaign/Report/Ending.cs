namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Names the ending of a call for the table.</summary>
internal static class Ending
{
    public static string NameOf(ICompletedCancel call) => call switch
    {
        { Outcome: CancelAlgoOrderOutcome.Canceled canceled } => $"Canceled ({canceled.Evidence})",
        { Outcome: CancelAlgoOrderOutcome.Triggered triggered } => $"Triggered ({triggered.Order.Status})",
        { Outcome: CancelAlgoOrderOutcome.Ended ended } => $"Closed ({ended.Order.Status})",
        { Outcome: CancelAlgoOrderOutcome.NotFound { AbsentFromOpenOrders: true } } => "NotFound (absent from the open orders)",
        { Outcome: CancelAlgoOrderOutcome.NotFound } => "NotFound (open orders not read)",
        { Outcome: { } outcome } => outcome.GetType().Name,
        { Acknowledgement: not null } => "acknowledged",
        { Failure: AlgoOrderException failure } => $"{failure.GetType().Name}, {failure.Execution}",
        _ => call.Failure?.GetType().Name ?? "nothing",
    };

    public static string NameOf(CancelAllCall call) => call switch
    {
        { Outcome.IsClear: true } => "clear",
        { Outcome: not null } => "not clear",
        { Acknowledgement: not null } => "acknowledged",
        { Failure: AlgoOrderException failure } => $"{failure.GetType().Name}, {failure.Execution}",
        _ => call.Failure?.GetType().Name ?? "nothing",
    };

    public static string NameOf(PlaceCall call) => call switch
    {
        { Placed: not null } => "placed",
        { Failure: AlgoOrderException failure } => $"{failure.GetType().Name}, {failure.Execution}",
        _ => call.Failure?.GetType().Name ?? "nothing",
    };

    public static string NameOf(ReplaceCall call) => call switch
    {
        { Outcome: ReplaceAlgoOrderOutcome.Unknown unknown } =>
            $"Unknown (replacement {unknown.Replacement?.GetType().Name ?? "not sent"}, current order {unknown.CurrentOutcome?.GetType().Name ?? "not touched"})",
        { Outcome: { } outcome } => outcome.GetType().Name,
        _ => call.Failure?.GetType().Name ?? "nothing",
    };

    /// <summary>Names the last error of a call that ended Unknown.</summary>
    public static string LastErrorOf(ICompletedCancel call) => (call.Failure ?? (call.Outcome as CancelAlgoOrderOutcome.Unknown)?.LastError) switch
    {
        BinanceApiException { ErrorCode: { } code } => $"{code} {BinanceErrorCodes.NameOf(code)}",
        BinanceApiException failure => $"HTTP {(int)failure.StatusCode}",
        { InnerException: { } cause } => cause.GetType().Name,
        { } failure => failure.GetType().Name,
        null => "nothing",
    };

    public static bool IsUnknown(ICompletedCancel call) =>
        call is { Outcome: CancelAlgoOrderOutcome.Unknown } or { Failure: AlgoOrderException { Execution: ExecutionStatus.Unknown } };
}
