using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>One call of a user: its time, its token, and the history of all that was attempted for it. Used by one flow at a time.</summary>
internal sealed class ApiCall(TimeProvider timeProvider, TimeSpan timeout, CancellationToken callersToken, CallObservation? observation = null)
{
    private readonly long _startedAt = timeProvider.GetTimestamp();
    private long _lastExpiry;
    private long _decidedUpTo;

    public CancellationToken CallersToken => callersToken;

    public TimeSpan Timeout => timeout;

    /// <summary>Null: nobody watches.</summary>
    public CallObservation? Observation => observation;

    /// <summary>What is left of the call's time; never negative.</summary>
    public TimeSpan Remaining
    {
        get
        {
            TimeSpan remaining = timeout - timeProvider.GetElapsedTime(_startedAt);
            return remaining > TimeSpan.Zero ? remaining : TimeSpan.Zero;
        }
    }

    /// <summary>Whether the clock has been set for this call: one that is refused again is reported, not looped over.</summary>
    public bool IsResynchronized { get; set; }

    /// <summary>Whether other credentials have been looked for in this call: a key that is refused again is reported, not looped over.</summary>
    public bool AreCredentialsRenewed { get; set; }

    /// <summary>The newest attempt, which knows the ones before it; null: there was none.</summary>
    public Attempt? LastAttempt { get; private set; }

    /// <summary>All attempts, the newest first.</summary>
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

    /// <summary>Whether an attempt to change something may have been executed, or may still be.</summary>
    public bool IsInDoubt { get; private set; }

    /// <summary>Whether an attempt to change something was executed, or may have been, or may still be.</summary>
    public bool MayHaveChangedSomething { get; private set; }

    /// <summary>Binance's time, in Unix milliseconds, after which no attempt in doubt can be executed any more; null: none is in doubt.</summary>
    public long? LastExpiry => IsInDoubt ? _lastExpiry : null;

    /// <summary>Whether an attempt in doubt may yet be executed; a query tells nothing final before that is over.</summary>
    public bool MayStillBeExecuted => LastExpiry > _decidedUpTo;

    public void Record(Attempt attempt)
    {
        attempt.Previous = LastAttempt;
        LastAttempt = attempt;
        MayHaveChangedSomething |= attempt is { Verdict: not AttemptVerdict.NotExecuted, ChangesSomething: true };
        if (attempt is { Verdict: AttemptVerdict.InDoubt, ChangesSomething: true })
        {
            IsInDoubt = true;
            _lastExpiry = Math.Max(_lastExpiry, attempt.Expiry);
        }
    }

    /// <summary>No attempt that was good up to this moment on Binance's clock can be executed any more.</summary>
    public void DecideUpTo(long expiry) => _decidedUpTo = expiry;

    /// <summary>The pause before a repetition; 0 is the first.</summary>
    public TimeSpan BackoffBefore(int repetition) => Backoff.Before(repetition, timeProvider.GetTimestamp());

    /// <summary>Waits, on the time provider and for no longer than the call lasts.</summary>
    public Task WaitAsync(TimeSpan wait) => Task.Delay((wait < Remaining ? wait : Remaining).RoundedUp(), timeProvider, callersToken);
}
