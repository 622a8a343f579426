using System.Net;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>One request that was made for a call, and what came of it. Carries no secret.</summary>
public sealed record CancelAttempt
{
    /// <summary>Method and path, such as <c>DELETE /fapi/v1/algoOrder</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>When it began, on the client's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How long it took.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>What it tells about execution.</summary>
    public required CancelAttemptResult Result { get; init; }

    /// <summary>The HTTP status of the answer; null: none came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Binance's error code, wire name <c>code</c>; <see cref="BinanceErrorCodes"/> names them.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Binance's text for the error, wire name <c>msg</c>.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>What went wrong on the way, where no answer came.</summary>
    public Exception? Failure { get; init; }

    /// <summary>What was tried in a call, in order, up to its last attempt.</summary>
    internal static IReadOnlyList<CancelAttempt> ListUpTo(Attempt? last)
    {
        var attempts = new List<CancelAttempt>();
        for (Attempt? attempt = last; attempt is not null; attempt = attempt.Previous)
        {
            attempts.Add(Of(attempt));
        }

        attempts.Reverse();
        return attempts;
    }

    private static CancelAttempt Of(Attempt attempt) => new()
    {
        Operation = attempt.Operation,
        StartedAt = attempt.StartedAt,
        Duration = attempt.Duration,
        Result = attempt.Verdict switch
        {
            AttemptVerdict.Answered => CancelAttemptResult.Answered,
            AttemptVerdict.NotExecuted => CancelAttemptResult.NotExecuted,
            _ => CancelAttemptResult.InDoubt,
        },
        StatusCode = attempt.StatusCode,
        ErrorCode = attempt.Error?.Code,
        ErrorMessage = attempt.Error?.Message,
        Failure = attempt.Failure,
    };
}
