using System.Net;
using Binance.AlgoOrders.Internal.Transport;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>The log lines of the transport. Event ids are part of the public contract; no line ever carries a parameter, key or signature.</summary>
internal static partial class TransportLog
{
    public static void AttemptEnded(
        this ILogger logger, HttpMethod method, string path, AttemptVerdict verdict, HttpStatusCode? statusCode, int? errorCode, Exception? failure)
    {
        if (verdict == AttemptVerdict.InDoubt)
        {
            AttemptInDoubt(logger, method, path, (int?)statusCode, errorCode, failure);
        }
        else
        {
            AttemptDecided(logger, method, path, verdict, (int?)statusCode, errorCode, failure);
        }
    }

    [LoggerMessage(1, LogLevel.Debug, "{Method} /{Path}: {Verdict} (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptDecided(
        ILogger logger, HttpMethod method, string path, AttemptVerdict verdict, int? statusCode, int? errorCode, Exception? failure);

    [LoggerMessage(2, LogLevel.Warning, "{Method} /{Path}: it is in doubt whether it was executed (HTTP {StatusCode}, code {ErrorCode})")]
    private static partial void AttemptInDoubt(ILogger logger, HttpMethod method, string path, int? statusCode, int? errorCode, Exception? failure);
}
