using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>One attempt, and what came of it: filled in by the <see cref="AttemptSender"/> while it is under way, then read only. Carries no secret.</summary>
internal sealed class Attempt(ApiRequest request, string operation, DateTimeOffset startedAt, long startTimestamp)
{
    public ApiRequest Request => request;

    /// <summary>The request's method and path.</summary>
    public string Operation => operation;

    public bool ChangesSomething => request.Operation.ChangesSomething;

    /// <summary>Whether its request may be repeated when this attempt is in doubt.</summary>
    public bool IsRepeatable => request.Operation.IsRepeatable;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>The monotonic timestamp of its start.</summary>
    public long StartTimestamp => startTimestamp;

    public TimeSpan Duration { get; set; }

    public AttemptVerdict Verdict { get; set; } = AttemptVerdict.InDoubt;

    /// <summary>Present exactly when the verdict is <see cref="AttemptVerdict.Answered"/>; its request knows the type.</summary>
    public object? Answer { get; set; }

    /// <summary>When it was made and for how long it was good; default: it was never stamped.</summary>
    public RequestTiming Timing { get; set; }

    /// <summary>Which inquiry had last brought the credentials that it was signed with; 0: it was never signed.</summary>
    public int CredentialsInquiry { get; set; }

    /// <summary>Binance's time, in Unix milliseconds, after which it can no longer be executed.</summary>
    public long Expiry => Timing.Timestamp + Timing.RecvWindow;

    /// <summary>Null: no answer came.</summary>
    public HttpStatusCode? StatusCode { get; set; }

    public ApiError? Error { get; set; }

    public string? Body { get; set; }

    /// <summary>How long to send nothing, where a limit was broken; null: no limit was broken.</summary>
    public TimeSpan? Blocked { get; set; }

    /// <summary>Why no answer came, or why the one that came could not be read to its end.</summary>
    public Exception? Failure { get; set; }

    /// <summary>The one before it in its call.</summary>
    public Attempt? Previous { get; set; }

    /// <summary>Whether the next attempt may go better, and this one surely was not executed.</summary>
    public bool IsPassingFailure => Verdict == AttemptVerdict.NotExecuted && Blocked is null && (StatusCode, Error?.Code) switch
    {
        (null, _) => Failure is HttpRequestException or IOException or OperationCanceledException or TimeoutException,
        (_, BinanceErrorCodes.Throttled) => true,
        (HttpStatusCode.ServiceUnavailable, _) => true,
        _ => false,
    };
}
