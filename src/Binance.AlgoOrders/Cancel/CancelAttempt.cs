using System.Net;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>Describes one request of a call and its result. Contains no secret.</summary>
public sealed record CancelAttempt
{
    /// <summary>Gets the method and the path, such as <c>DELETE /fapi/v1/algoOrder</c>.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Gets the time at which the attempt began, on the client's clock.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Gets the duration of the attempt.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>
    /// True if the attempt began because the response to an earlier attempt of the same request was late (<see cref="AlgoOrderClientOptions.HedgeAfter"/>).
    /// </summary>
    public bool IsHedge { get; init; }

    /// <summary>Gets the execution status of the request, as far as this attempt shows it.</summary>
    public required ExecutionStatus Execution { get; init; }

    /// <summary>Gets the HTTP status of the response, or null if no response arrived.</summary>
    public HttpStatusCode? StatusCode { get; init; }

    /// <summary>Gets Binance's error code, wire name <c>code</c>, or null if the response had none. <see cref="BinanceErrorCodes"/> lists the codes.</summary>
    public int? ErrorCode { get; init; }

    /// <summary>Gets Binance's error text, wire name <c>msg</c>, or null if the response had none.</summary>
    public string? ErrorMessage { get; init; }

    /// <summary>Gets the failure that prevented a complete response, or null if there was none.</summary>
    public Exception? Failure { get; init; }

    /// <summary>Returns the attempts of a call in order, up to its last one.</summary>
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
        Endpoint = attempt.Endpoint,
        StartedAt = attempt.StartedAt,
        Duration = attempt.Duration,
        IsHedge = attempt.IsHedge,
        Execution = attempt.Execution,
        StatusCode = attempt.StatusCode,
        ErrorCode = attempt.Error?.Code,
        ErrorMessage = attempt.Error?.Message,
        Failure = attempt.Failure,
    };
}
