using System.Net;
using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>The log lines of the transport. Event ids are part of the public contract; no line ever carries a parameter, key or signature.</summary>
internal static partial class TransportLog
{
    public static void AttemptEnded(this ILogger logger, Attempt attempt)
    {
        if (attempt is { Verdict: AttemptVerdict.InDoubt, ChangesSomething: true })
        {
            AttemptInDoubt(logger, attempt.Operation, (int?)attempt.StatusCode, attempt.Error?.Code, attempt.Failure);
        }
        else
        {
            AttemptDecided(logger, attempt.Operation, attempt.Verdict, (int?)attempt.StatusCode, attempt.Error?.Code, attempt.Failure);
        }
    }

    public static void Silenced(this ILogger logger, HttpStatusCode? statusCode, TimeSpan blocked) => Silenced(logger, (int?)statusCode, blocked.TotalSeconds);

    public static void SynchronizationEnded(this ILogger logger, SynchronizationRun run)
    {
        if (run.Best is { } best)
        {
            ClockSet(logger, run.Offset.TotalMilliseconds, best.Error.TotalMilliseconds, run.Looks);
        }
        else
        {
            ClockNotSet(logger, run.Looks);
        }
    }

    public static void CredentialsNotFetched(this ILogger logger, CredentialsReason reason, Exception failure) =>
        NotFetched(logger, reason, QuotingFailure.WithoutSecrets(failure));

    [LoggerMessage(7, LogLevel.Information, "The credentials were replaced: what is sent from now on is signed with the new ones")]
    public static partial void CredentialsReplaced(this ILogger logger);

    [LoggerMessage(9, LogLevel.Error, "The changed options were not taken, the old credentials stay in use: {Failures}")]
    public static partial void OptionsNotTaken(this ILogger logger, string failures);

    [LoggerMessage(6, LogLevel.Warning, "The connection could not be kept warm")]
    public static partial void NotWarm(this ILogger logger, Exception failure);

    [LoggerMessage(8, LogLevel.Warning, "The credentials provider brought none ({Reason}); those at hand, if any, stay in use")]
    private static partial void NotFetched(ILogger logger, CredentialsReason reason, Exception failure);

    [LoggerMessage(1, LogLevel.Debug, "{Operation}: {Verdict} (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptDecided(
        ILogger logger, string operation, AttemptVerdict verdict, int? statusCode, int? errorCode, Exception? failure);

    [LoggerMessage(2, LogLevel.Warning, "{Operation}: it is in doubt whether it was executed (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptInDoubt(ILogger logger, string operation, int? statusCode, int? errorCode, Exception? failure);

    [LoggerMessage(3, LogLevel.Warning, "A limit of Binance's is broken (HTTP {StatusCode}): nothing is sent for {Seconds} s")]
    private static partial void Silenced(ILogger logger, int? statusCode, double seconds);

    [LoggerMessage(4, LogLevel.Information, "Clock set: Binance's is {OffsetMilliseconds} ms ahead, give or take {ErrorMilliseconds} ms ({Looks} looks)")]
    private static partial void ClockSet(ILogger logger, double offsetMilliseconds, double errorMilliseconds, int looks);

    [LoggerMessage(5, LogLevel.Warning, "Clock not set: none of {Looks} looks at Binance's was answered")]
    private static partial void ClockNotSet(ILogger logger, int looks);
}
