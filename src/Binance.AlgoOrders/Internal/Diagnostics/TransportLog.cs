using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Requests;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Writes the log lines about requests, clock and credentials. Event ids are part of the public contract. No line contains a parameter, key or signature.</summary>
internal static partial class TransportLog
{
    public static void AttemptEnded(this ILogger logger, Attempt attempt)
    {
        if (attempt is { Execution: ExecutionStatus.Unknown, ChangesState: true, IsAbandoned: false })
        {
            AttemptUnknown(logger, attempt.Endpoint, (int?)attempt.StatusCode, attempt.Error?.Code, attempt.Failure);
        }
        else
        {
            AttemptCompleted(logger, attempt.Endpoint, attempt.Execution, (int?)attempt.StatusCode, attempt.Error?.Code, attempt.Failure);
            MembersNotRead(logger, attempt);
        }
    }

    /// <summary>Writes that an attempt was late and another one is sent.</summary>
    public static void Hedged(this ILogger logger, Attempt hedge, TimeSpan elapsed) => Hedged(logger, hedge.Endpoint, elapsed.TotalMilliseconds, hedge.Connection);

    public static void RateLimited(this ILogger logger, RateLimitHold hold)
    {
        if (hold.Block.Scope == RateLimitScope.AccountOrders)
        {
            OrdersLimited(logger, (int)hold.StatusCode, hold.Remaining.TotalSeconds, hold.RetryAfter?.TotalSeconds);
        }
        else
        {
            AddressLimited(logger, (int)hold.StatusCode, hold.Remaining.TotalSeconds, hold.RetryAfter?.TotalSeconds);
        }
    }

    public static void SynchronizationEnded(this ILogger logger, ClockSyncResult result)
    {
        if (result.Best is { } best)
        {
            ClockSet(logger, result.Offset.TotalMilliseconds, best.Error.TotalMilliseconds, result.Samples);
        }
        else
        {
            ClockNotSet(logger, result.Samples);
        }
    }

    public static void CredentialsRefreshFailed(this ILogger logger, CredentialsReason reason, Exception failure) =>
        RefreshFailed(logger, reason, ExceptionRedactor.Redact(failure));

    [LoggerMessage(7, LogLevel.Information, "The credentials were replaced. Requests are signed with the new ones from now on")]
    public static partial void CredentialsReplaced(this ILogger logger);

    [LoggerMessage(9, LogLevel.Error, "The changed options are invalid, and the old credentials stay in use: {Failures}")]
    public static partial void OptionsChangeRejected(this ILogger logger, string failures);

    [LoggerMessage(6, LogLevel.Warning, "The connection could not be kept warm")]
    public static partial void KeepWarmFailed(this ILogger logger, Exception failure);

    [LoggerMessage(13, LogLevel.Information, "The HttpClient {Name} does not use the handlers that were configured for every HttpClient. Add those that it needs to the builder of AddBinanceAlgoOrders")]
    public static partial void DefaultHandlersRemoved(this ILogger logger, string name);

    [LoggerMessage(8, LogLevel.Warning, "The credentials provider failed ({Reason}). The present credentials, if any, stay in use")]
    private static partial void RefreshFailed(ILogger logger, CredentialsReason reason, Exception failure);

    private static void MembersNotRead(ILogger logger, Attempt attempt)
    {
        if (attempt.Response is { } response && logger.IsEnabled(LogLevel.Debug) && attempt.Request.DescribeUnread(response) is { } members)
        {
            MembersNotRead(logger, attempt.Endpoint, members);
        }
    }

    [LoggerMessage(15, LogLevel.Debug, "{Endpoint}: members of an unexpected form are null: {Members}", SkipEnabledCheck = true)]
    private static partial void MembersNotRead(ILogger logger, string endpoint, string members);

    [LoggerMessage(16, LogLevel.Debug, "{Endpoint}: no response after {ElapsedMilliseconds} ms, so that another attempt is sent ({Connection} connection)")]
    private static partial void Hedged(ILogger logger, string endpoint, double elapsedMilliseconds, ConnectionKind connection);

    [LoggerMessage(1, LogLevel.Debug, "{Endpoint}: {Execution} (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptCompleted(
        ILogger logger, string endpoint, ExecutionStatus execution, int? statusCode, int? errorCode, Exception? failure);

    [LoggerMessage(2, LogLevel.Warning, "{Endpoint}: the request may have been executed (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptUnknown(ILogger logger, string endpoint, int? statusCode, int? errorCode, Exception? failure);

    [LoggerMessage(3, LogLevel.Warning, "Rate-limited by Binance (HTTP {StatusCode}). Nothing is sent for {Seconds} s. Binance named {RetryAfterSeconds} s")]
    private static partial void AddressLimited(ILogger logger, int statusCode, double seconds, double? retryAfterSeconds);

    [LoggerMessage(14, LogLevel.Warning, "Binance rejected a new order, because the account placed too many (HTTP {StatusCode}). No order is placed for {Seconds} s. Binance named {RetryAfterSeconds} s")]
    private static partial void OrdersLimited(ILogger logger, int statusCode, double seconds, double? retryAfterSeconds);

    [LoggerMessage(4, LogLevel.Information, "Clock synchronized: Binance's clock is {OffsetMilliseconds} ms ahead, with an error of at most {ErrorMilliseconds} ms ({Samples} samples)")]
    private static partial void ClockSet(ILogger logger, double offsetMilliseconds, double errorMilliseconds, int samples);

    [LoggerMessage(5, LogLevel.Warning, "Clock not synchronized: none of {Samples} requests succeeded")]
    private static partial void ClockNotSet(ILogger logger, int samples);
}
