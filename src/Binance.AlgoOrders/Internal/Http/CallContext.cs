using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Http;

/// <summary>
/// Holds the deadline, the token and the attempts of one call. Every wait of the call takes the rest of its time from here. Not thread-safe.
/// </summary>
internal sealed class CallContext(TimeProvider timeProvider, TimeSpan timeout, CancellationToken cancellationToken, CallTelemetry? telemetry = null)
{
    private long _latestExpiry;
    private bool _isExpired;

    public CancellationToken CancellationToken => cancellationToken;

    public TimeSpan Timeout => timeout;

    /// <summary>Gets the telemetry of the call, or null if telemetry is not enabled.</summary>
    public CallTelemetry? Telemetry => telemetry;

    /// <summary>Gets the time since the call began, at most its timeout.</summary>
    public TimeSpan Elapsed => timeout - Remaining;

    /// <summary>Gets the monotonic timestamp at which the call began.</summary>
    public long StartTimestamp { get; private init; } = timeProvider.GetTimestamp();

    /// <summary>
    /// Gets Binance's time until which an unknown attempt may be executed, or null if none can be. Binance counts in whole milliseconds, so that the last one
    /// is included.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil => MayStillBeExecuted ? DateTimeOffset.FromUnixTimeMilliseconds(_latestExpiry + 1) : null;

    /// <summary>Gets the rest of the call's time, never negative.</summary>
    public TimeSpan Remaining => TimeMath.Max(timeout - timeProvider.GetElapsedTime(StartTimestamp), TimeSpan.Zero);

    /// <summary>True if the deadline has come. The call then sends nothing more.</summary>
    public bool IsOver => IsOverAt(timeProvider.GetTimestamp());

    /// <summary>True if the credentials were refreshed for this call. A second rejected key is then reported.</summary>
    public bool AreCredentialsRefreshed { get; set; }

    /// <summary>Gets the connection of the next attempt.</summary>
    public ConnectionKind Connection { get; private set; }

    /// <summary>Gets the weight that a bulk operation has reserved for the requests of the call.</summary>
    public int ReservedWeight { get; private set; }

    /// <summary>Gets the newest attempt, which links to the ones before it, or null if there was none.</summary>
    public Attempt? LastAttempt { get; private set; }

    /// <summary>Gets all attempts, the newest first.</summary>
    public IEnumerable<Attempt> Attempts
    {
        get
        {
            for (Attempt? attempt = LastAttempt; attempt is not null; attempt = attempt.Previous)
            {
                yield return attempt;
            }
        }
    }

    /// <summary>True if the execution of a state-changing attempt is unknown.</summary>
    public bool HasUnknownAttempt { get; private set; }

    /// <summary>True if a state-changing attempt was executed, may have been executed, or may still be.</summary>
    public bool MayHaveBeenExecuted { get; private set; }

    /// <summary>
    /// Gets Binance's time in Unix milliseconds after which no unknown attempt can be executed any more, or null if no attempt is unknown.
    /// </summary>
    public long? LatestExpiry => HasUnknownAttempt ? _latestExpiry : null;

    /// <summary>True if an unknown attempt can still be executed. A lookup is not conclusive until then.</summary>
    public bool MayStillBeExecuted => HasUnknownAttempt && !_isExpired;

    /// <summary>Adds reserved weight, which the requests of the call use first.</summary>
    public void Reserve(int weight) => ReservedWeight += weight;

    /// <summary>Returns the cost of a request. Reserved weight gives it the priority of bulk work.</summary>
    public RequestCost GetCost(ApiEndpoint endpoint)
    {
        RequestCost cost = endpoint.Cost;
        if (cost.Weight > ReservedWeight || cost is { Weight: 0 } or { Priority: RequestPriority.Normal })
        {
            return cost;
        }

        return cost with { Priority = RequestPriority.Bulk };
    }

    /// <summary>Records that a request was counted.</summary>
    public void RecordConsumed(RequestCost cost)
    {
        if (cost.Priority == RequestPriority.Bulk)
        {
            ReservedWeight -= cost.Weight;
        }
    }

    /// <summary>Starts the next context of the same call, with the same token and telemetry and a deadline of its own.</summary>
    public CallContext StartNext(ConnectionKind connection = ConnectionKind.Pooled) =>
        new(timeProvider, timeout, cancellationToken, telemetry) { Connection = connection };

    /// <summary>Starts a context for a part of the call, with the same token and telemetry. Its deadline is not later than the one of the call.</summary>
    /// <param name="reserved">The time that is left for the parts after this one.</param>
    public CallContext StartPart(TimeSpan reserved)
    {
        long now = timeProvider.GetTimestamp();
        TimeSpan rest = timeout - timeProvider.GetElapsedTime(StartTimestamp, now) - reserved;
        return new(timeProvider, TimeMath.Max(rest, TimeSpan.Zero), cancellationToken, telemetry) { Connection = Connection, StartTimestamp = now };
    }

    /// <summary>Returns true if the deadline has come at a monotonic timestamp.</summary>
    public bool IsOverAt(long timestamp) => timeProvider.GetElapsedTime(StartTimestamp, timestamp) >= timeout;

    /// <summary>Creates a token that is canceled at the deadline, or when the caller's token is.</summary>
    public CallEnd CreateEnd()
    {
        var timer = new CancellationTokenSource(Remaining.RoundedUp(), timeProvider);

        // The process may have been suspended before the timer was set.
        if (IsOver)
        {
            timer.Cancel();
        }

        return new CallEnd(timer, cancellationToken);
    }

    /// <summary>Chooses the connection of the next attempt: one that got a response is used again. After an attempt without a response, the connection is new.</summary>
    public void ContinueAfter(Attempt attempt)
    {
        if (attempt.WasSilent)
        {
            Connection = ConnectionKind.Fresh;
        }
        else if (attempt.CopiesSent > 0)
        {
            Connection = attempt.Connection;
        }
    }

    public void Record(Attempt attempt)
    {
        telemetry?.Record(attempt);
        attempt.Previous = LastAttempt;
        LastAttempt = attempt;
        MayHaveBeenExecuted |= attempt is { Execution: not ExecutionStatus.NotExecuted, ChangesState: true };

        // Of several copies, an earlier one may still be executed although the last one got a response.
        if (attempt is { Execution: ExecutionStatus.Unknown, ChangesState: true } or { CopiesSent: > 1, ChangesState: true })
        {
            HasUnknownAttempt = true;
            _isExpired = false;
            _latestExpiry = Math.Max(_latestExpiry, attempt.Expiry);
        }
    }

    /// <summary>Marks every attempt so far as expired.</summary>
    public void MarkExpired() => _isExpired = true;

    /// <summary>Waits on the time provider, for no longer than the rest of the call.</summary>
    public async Task WaitAsync(TimeSpan wait)
    {
        Task delay = Task.Delay(TimeMath.Min(wait, Remaining).RoundedUp(), timeProvider, cancellationToken);

        // The process may have been suspended before the timer was set.
        if (!IsOver)
        {
            await delay.ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
    }

    /// <summary>Waits for a task that other calls may share, for no longer than the rest of the call.</summary>
    /// <returns>True if it has ended.</returns>
    public async Task<bool> WaitForAsync(Task task)
    {
        Task wait = SuppressThrowingAsync(task.WaitAsync(Remaining.RoundedUp(), timeProvider, cancellationToken));
        if (!IsOver)
        {
            await wait.ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        return task.IsCompleted;
    }

    /// <summary>Gets the pause before a retry. Retry 0 is the first.</summary>
    public TimeSpan GetBackoff(int retry) => Backoff.Before(retry, timeProvider.GetTimestamp());

    private static async Task SuppressThrowingAsync(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
