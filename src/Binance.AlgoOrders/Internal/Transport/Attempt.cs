using System.Net;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What came of one attempt. Carries no secret.</summary>
internal record Attempt(AttemptVerdict Verdict)
{
    /// <summary>Null: no answer came.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    public ApiError? Error { get; init; }

    public string? Body { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Why no answer came, or why the one that came could not be read to its end.</summary>
    public Exception? Failure { get; init; }
}

/// <inheritdoc cref="Attempt"/>
internal sealed record Attempt<TAnswer>(AttemptVerdict Verdict) : Attempt(Verdict)
    where TAnswer : class
{
    /// <summary>Present exactly when the verdict is <see cref="AttemptVerdict.Answered"/>.</summary>
    public TAnswer? Answer { get; init; }
}
