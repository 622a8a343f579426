using Binance.AlgoOrders.Internal.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>Describes the outcome of a call in the tags <c>binance.outcome</c> and <c>error.type</c>.</summary>
internal static class CallOutcome
{
    /// <summary>Returns the outcome of a call that returned.</summary>
    public static string Of(object? result) => result switch
    {
        ICallOutcome outcome => outcome.OutcomeName,
        null => "not_found",
        _ => "succeeded",
    };

    /// <summary>Returns the outcome of a call that threw.</summary>
    public static string OfFailure(Exception failure) => failure switch
    {
        AlgoOrderException { Execution: ExecutionStatus.NotExecuted } => "not_executed",
        AlgoOrderException => "unknown",
        OperationCanceledException => "abandoned",
        _ => "failed",
    };

    /// <summary>Returns the error type of a call that returned without reaching its goal, or null.</summary>
    public static string? ErrorTypeOf(object? result) =>
        result is ICallOutcome { OutcomeError: { } error } ? ErrorTypeOf(error) : null;

    /// <summary>Returns the error type of a call that threw.</summary>
    public static string ErrorTypeOf(Exception failure) => failure switch
    {
        BinanceApiException response => ErrorType.Of(response.ErrorCode, response.StatusCode, response.InnerException),
        AlgoOrderTransportException lost => ErrorType.Of(code: null, statusCode: null, lost.InnerException),
        _ => failure.GetType().FullName!,
    };
}
