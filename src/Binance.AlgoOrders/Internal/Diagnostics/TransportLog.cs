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

    [LoggerMessage(3, LogLevel.Warning, "The connection could not be kept warm")]
    public static partial void NotWarm(this ILogger logger, Exception failure);

    [LoggerMessage(1, LogLevel.Debug, "{Operation}: {Verdict} (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptDecided(
        ILogger logger, string operation, AttemptVerdict verdict, int? statusCode, int? errorCode, Exception? failure);

    [LoggerMessage(2, LogLevel.Warning, "{Operation}: it is in doubt whether it was executed (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptInDoubt(ILogger logger, string operation, int? statusCode, int? errorCode, Exception? failure);
}
