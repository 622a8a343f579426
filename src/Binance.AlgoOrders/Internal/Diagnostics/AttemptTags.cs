using System.Diagnostics;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>What is told of an attempt: method, path, status and error; never a parameter.</summary>
internal static class AttemptTags
{
    public static TagList Of(Attempt attempt)
    {
        string operation = attempt.Operation;
        var tags = new TagList
        {
            { TelemetryNames.Method, attempt.Request.Operation.Method.Method },
            { TelemetryNames.Path, operation[(operation.IndexOf(' ', StringComparison.Ordinal) + 1)..] },
        };
        if (attempt.StatusCode is { } statusCode)
        {
            tags.Add(TelemetryNames.StatusCode, (int)statusCode);
        }

        if (ErrorType.Of(attempt) is { } errorType)
        {
            tags.Add(TelemetryNames.ErrorType, errorType);
        }

        return tags;
    }

    public static string NameOf(AttemptVerdict verdict) => verdict switch
    {
        AttemptVerdict.Answered => "answered",
        AttemptVerdict.NotExecuted => "not_executed",
        _ => "in_doubt",
    };
}
