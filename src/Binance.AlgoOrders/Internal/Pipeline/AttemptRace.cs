using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>Holds the attempts of one request that are in progress at the same time, and waits for the first response.</summary>
internal sealed class AttemptRace
{
    public const int MaxAttempts = 3;

    private readonly AsyncSignal _signal = new();
    private readonly AttemptInFlight[] _attempts;
    private readonly ITimer _timer;
    private readonly TimeProvider _timeProvider;

    public AttemptRace(TimeProvider timeProvider)
    {
        _timeProvider = timeProvider;
        _attempts = [new(_signal), new(_signal), new(_signal)];
        _timer = timeProvider.CreateTimer(static signal => ((AsyncSignal)signal!).Set(), _signal, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Gets the number of attempts that have begun.</summary>
    public int Count { get; private set; }

    /// <summary>True if no attempt is in progress any more.</summary>
    public bool IsOver => Array.TrueForAll(_attempts, static item => item.Attempt is null || item.IsOver);

    /// <summary>True if the headers of a response say that a limit was exceeded, although its body may be on its way.</summary>
    public bool IsLimited => Array.Exists(_attempts, static item => item.Attempt?.StatusCode is { } status && RateLimitTracker.IsRateLimit(status));

    /// <summary>Returns an attempt that got a response, a conclusive one if there is one, or null if none did yet.</summary>
    public Attempt? FindResponse()
    {
        Attempt? found = null;
        foreach (AttemptInFlight item in _attempts.AsSpan(0, Count))
        {
            item.ThrowIfCanceled();
            if (item is not { HasEnded: true, Attempt: { StatusCode: not null } attempt })
            {
                continue;
            }

            if (attempt.IsConclusive())
            {
                return attempt;
            }

            found = attempt;
        }

        return found;
    }

    public void Start(Attempt attempt, SignedRequestMessage message, ValueTask transmission) => _attempts[Count++].Start(attempt, message, transmission);

    /// <summary>Ends a wait early.</summary>
    public void Wake() => _signal.Set();

    /// <summary>Sets the time after which the next wait ends.</summary>
    public void SetTimer(TimeSpan wait) => _timer.Change(wait.RoundedUp(), Timeout.InfiniteTimeSpan);

    /// <summary>Waits until an attempt has ended, the timer has fired or <see cref="Wake"/> was called. May return early.</summary>
    public ValueTask WaitAsync() => _signal.WaitAsync();

    /// <summary>Records all attempts in the call in the order in which they began. Those that are still in progress are abandoned.</summary>
    public void RecordIn(CallContext call)
    {
        foreach (AttemptInFlight item in _attempts.AsSpan(0, Count))
        {
            Attempt attempt = item.Attempt!;
            if (!item.HasEnded)
            {
                attempt = item.Abandon(_timeProvider.GetElapsedTime(attempt.StartTimestamp));
                ResponseInterpreter.InterpretWithoutResponse(attempt);
            }

            call.Record(attempt);
        }
    }

    /// <summary>Makes the object ready for the next request, if no attempt is in progress any more.</summary>
    /// <returns>False if one is, so that the object cannot be used again.</returns>
    public bool TryReset()
    {
        if (!IsOver)
        {
            _timer.Dispose();
            Array.ForEach(_attempts, static item => item.Close());
            return false;
        }

        _timer.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _signal.Reset();
        foreach (AttemptInFlight item in _attempts.AsSpan(0, Count))
        {
            item.Reset();
        }

        Count = 0;
        return true;
    }
}
