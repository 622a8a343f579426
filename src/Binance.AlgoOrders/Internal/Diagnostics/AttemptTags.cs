using System.Diagnostics;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Creates the tags of an attempt: method, path, status and error, but no parameters.</summary>
internal static class AttemptTags
{
    public static TagList Of(Attempt attempt)
    {
        string endpoint = attempt.Endpoint;
        var tags = new TagList
        {
            { TelemetryNames.Method, attempt.Request.Endpoint.Method.Method },
            { TelemetryNames.Path, endpoint[(endpoint.IndexOf(' ', StringComparison.Ordinal) + 1)..] },
        };
        if (attempt.StatusCode is { } statusCode)
        {
            tags.Add(TelemetryNames.StatusCode, (int)statusCode);
        }

        if (attempt.IsHedge)
        {
            tags.Add(TelemetryNames.Hedged, true);
        }

        if (ErrorType.Of(attempt) is { } errorType)
        {
            tags.Add(TelemetryNames.ErrorType, errorType);
        }

        return tags;
    }

    public static string NameOf(ExecutionStatus execution) => execution switch
    {
        ExecutionStatus.Succeeded => "succeeded",
        ExecutionStatus.NotExecuted => "not_executed",
        _ => "unknown",
    };
}
