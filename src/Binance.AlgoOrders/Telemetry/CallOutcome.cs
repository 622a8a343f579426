using Binance.AlgoOrders.Internal.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>What came of a call, in the words of the tags <c>binance.outcome</c> and <c>error.type</c>.</summary>
internal static class CallOutcome
{
    /// <param name="result">What the call returned.</param>
    public static string Of(object? result) => result switch
    {
        CancelAlgoOrderOutcome.Canceled => "canceled",
        CancelAlgoOrderOutcome.Triggered => "triggered",
        CancelAlgoOrderOutcome.Closed => "closed",
        CancelAlgoOrderOutcome.NotFound => "not_found",
        CancelAlgoOrderOutcome.StillOpen => "still_open",
        CancelAlgoOrderOutcome.Unknown => "unknown",
        CancelAllAlgoOrdersOutcome { IsClear: true } => "clear",
        CancelAllAlgoOrdersOutcome => "not_clear",
        null => "not_found",
        _ => "succeeded",
    };

    /// <param name="failure">What the call threw.</param>
    public static string OfFailure(Exception failure) => failure switch
    {
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } => "not_executed",
        AlgoOrderException => "unknown",
        OperationCanceledException => "abandoned",
        _ => "failed",
    };

    /// <summary>Why a call that returned did not do what it was made for; null: it did, or nothing stood in its way.</summary>
    public static string? ErrorTypeOf(object? result) => result switch
    {
        CancelAlgoOrderOutcome.StillOpen { LastError: { } error } => ErrorTypeOf(error),
        CancelAlgoOrderOutcome.Unknown unknown => ErrorTypeOf(unknown.LastError),
        CancelAllAlgoOrdersOutcome { IsClear: false, LastError: { } error } => ErrorTypeOf(error),
        _ => null,
    };

    /// <summary>Why a call failed.</summary>
    public static string ErrorTypeOf(Exception failure) => failure switch
    {
        BinanceApiException answered => ErrorType.Of(answered.ErrorCode, answered.StatusCode, answered.InnerException),
        AlgoOrderTransportException lost => ErrorType.Of(code: null, statusCode: null, lost.InnerException),
        _ => failure.GetType().FullName!,
    };
}
