using System.Net;

namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>
/// Describes one attempt to send a request, and its result. The sender fills it in while the attempt is in progress. Contains no secrets.
/// </summary>
internal sealed class Attempt(ApiRequest request, ApiRoute route, DateTimeOffset startedAt, long startTimestamp, ConnectionKind connection = ConnectionKind.Pooled)
{
    // Every attempt has one, and as a nullable value it would take twice the space.
    private int _statusCode;
    private volatile bool _isAbandoned;

    public ApiRequest Request => request;

    public ApiRoute Route => route;

    public ConnectionKind Connection => connection;

    /// <summary>True if the attempt began while an earlier one of the same request was in progress.</summary>
    public bool IsHedge { get; init; }

    /// <summary>Gets the method and path of the request.</summary>
    public string Endpoint => route.Text;

    /// <summary>Gets scheme, host and path of the request.</summary>
    public Uri Address => route.Address;

    public bool ChangesState => request.Endpoint.ChangesState;

    /// <summary>True if the request may be sent again while the execution of this attempt is unknown.</summary>
    public bool IsRepeatable => request.Endpoint.IsRepeatable;

    public DateTimeOffset StartedAt => startedAt;

    /// <summary>Gets the monotonic timestamp of the start.</summary>
    public long StartTimestamp => startTimestamp;

    public TimeSpan Duration { get; set; }

    public ExecutionStatus Execution { get; set; } = ExecutionStatus.Unknown;

    /// <summary>Gets or sets the rule that interprets the response, or null if the attempt succeeded.</summary>
    public ResponseRule? Rule { get; set; }

    /// <summary>Gets or sets the parsed response, or null unless the attempt succeeded.</summary>
    public object? Response { get; set; }

    /// <summary>
    /// Gets or sets the earliest timestamp of all copies with the window that ends at their latest expiry. The default value means that the request
    /// was never stamped.
    /// </summary>
    public RequestTiming Timing { get; set; }

    /// <summary>Gets or sets the version of the credentials that signed the request. 0 means that the request was never signed.</summary>
    public int CredentialsVersion { get; set; }

    /// <summary>
    /// Gets or sets the number of copies that may have been executed. A copy that found no connection does not count. If there were several, an
    /// earlier one may still be executed although a later one got a response.
    /// </summary>
    public int CopiesSent { get; set; }

    /// <summary>Gets Binance's time in Unix milliseconds after which no copy of the request can be executed any more.</summary>
    public long Expiry => Timing.Timestamp + Timing.RecvWindow;

    /// <summary>Gets or sets the HTTP status, or null if no response arrived.</summary>
    public HttpStatusCode? StatusCode
    {
        get => _statusCode == 0 ? null : (HttpStatusCode)_statusCode;
        set => _statusCode = (int?)value ?? 0;
    }

    public ApiError? Error { get; set; }

    public string? Body { get; set; }

    /// <summary>Gets or sets the limit, ban or budget that holds the request back, or null if none does.</summary>
    public RateLimitHold? Hold { get; set; }

    /// <summary>Gets the time for which the request must not be sent, or null if nothing holds it back.</summary>
    public TimeSpan? BlockedFor => Hold?.Remaining;

    /// <summary>Gets or sets the exception that prevented a complete response, or null if there was none.</summary>
    public Exception? Failure { get; set; }

    /// <summary>True if another attempt of the same request got a response first.</summary>
    public bool IsAbandoned => _isAbandoned;

    /// <summary>True if the attempt was sent and got no response, not even a part of one.</summary>
    public bool WasSilent => StatusCode is null && CopiesSent > 0;

    /// <summary>Gets or sets the attempt before this one in the same call, or null if this is the first.</summary>
    public Attempt? Previous { get; set; }

    /// <summary>Stops counting on an attempt that is in progress. Its own result stays separate from the one that is returned.</summary>
    /// <param name="duration">The time since the attempt began.</param>
    /// <param name="timing">The timing of its copies.</param>
    /// <param name="copiesSent">The number of its copies.</param>
    /// <param name="credentialsVersion">The version of the credentials that signed the last copy.</param>
    /// <returns>An attempt whose execution is unknown.</returns>
    public Attempt AbandonAfter(TimeSpan duration, RequestTiming timing, int copiesSent, int credentialsVersion)
    {
        _isAbandoned = true;
        return new Attempt(request, route, startedAt, startTimestamp, connection)
        {
            IsHedge = IsHedge,
            Duration = duration,
            Timing = timing,
            CopiesSent = copiesSent,
            CredentialsVersion = credentialsVersion,
            Failure = new OperationCanceledException("No response came in time, and another attempt was not waited for together with this one."),
        };
    }
}
