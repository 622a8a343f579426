using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What came of one attempt. Carries no secret.</summary>
internal abstract record Attempt(AttemptVerdict Verdict)
{
    /// <summary>The request's method and path.</summary>
    public string Operation { get; init; } = "";

    public bool ChangesSomething { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>The monotonic timestamp of its start.</summary>
    public long StartTimestamp { get; init; }

    public TimeSpan Duration { get; init; }

    /// <summary>Whether its request may be repeated when this attempt is in doubt.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>When it was made and for how long it was good; default: it was never stamped.</summary>
    public RequestTiming Timing { get; init; }

    /// <summary>Binance's time, in Unix milliseconds, after which it can no longer be executed.</summary>
    public long Expiry => Timing.Timestamp + Timing.RecvWindow;

    /// <summary>Null: no answer came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    public ApiError? Error { get; init; }

    public string? Body { get; init; }

    /// <summary>The weight that the address has used in its minute, as this answer reported it; null: it did not.</summary>
    public int? UsedWeight { get; init; }

    /// <summary>How long to send nothing, where a limit was broken; null: no limit was broken.</summary>
    public TimeSpan? Blocked { get; init; }

    /// <summary>Why no answer came, or why the one that came could not be read to its end.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Whether the next attempt may go better, and this one surely was not executed.</summary>
    public bool IsPassingFailure => Verdict == AttemptVerdict.NotExecuted && Blocked is null && (StatusCode, Error?.Code) switch
    {
        (null, _) => Failure is HttpRequestException or IOException or OperationCanceledException or TimeoutException,
        (_, BinanceErrorCodes.Throttled) => true,
        (HttpStatusCode.ServiceUnavailable, _) => true,
        _ => false,
    };
}

/// <inheritdoc cref="Attempt"/>
internal sealed record Attempt<TAnswer>(AttemptVerdict Verdict) : Attempt(Verdict)
    where TAnswer : class
{
    /// <summary>Present exactly when the verdict is <see cref="AttemptVerdict.Answered"/>.</summary>
    public TAnswer? Answer { get; init; }
}
