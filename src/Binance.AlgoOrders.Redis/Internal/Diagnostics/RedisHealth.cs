namespace Binance.AlgoOrders.Redis.Internal.Diagnostics;

/// <summary>Tracks whether Redis responds in time. Every bulk request reads it, so reading takes no lock.</summary>
internal sealed class RedisHealth(TimeSpan maxDelay, TimeProvider timeProvider)
{
    // A pause of this machine can delay a few responses in a row. They do not degrade the budget.
    private const int MaxLateResponses = 5;

    private long _startedAt = timeProvider.GetTimestamp();
    private bool _isWaiting = true;
    private bool _isDown;
    private int _lateResponses;

    /// <summary>Gets whether bulk cancels must not wait for Redis at the moment.</summary>
    public bool IsLate => Volatile.Read(ref _isDown) || (Volatile.Read(ref _isWaiting) && IsOverdue(Volatile.Read(ref _startedAt)));

    /// <summary>Gets whether the budget has been reported as not shared.</summary>
    public bool IsDegraded { get; private set; }

    public void RequestStarted()
    {
        Volatile.Write(ref _startedAt, timeProvider.GetTimestamp());
        Volatile.Write(ref _isWaiting, true);
    }

    /// <summary>Records a response of Redis.</summary>
    /// <returns>True for a response that took longer than the maximum delay, and true for a change of <see cref="IsDegraded"/>.</returns>
    public (bool IsLate, bool IsChange) RequestCompleted()
    {
        bool isLate = IsOverdue(_startedAt);
        CountLateResponse(isLate);
        Volatile.Write(ref _isWaiting, false);
        Volatile.Write(ref _isDown, isLate && _isDown);
        return (isLate, SetDegraded(isLate && (IsDegraded || _lateResponses >= MaxLateResponses)));
    }

    /// <summary>Records that a request to Redis failed.</summary>
    /// <returns>True for a change of <see cref="IsDegraded"/>.</returns>
    public bool RequestFailed()
    {
        Volatile.Write(ref _isDown, true);
        return SetDegraded(isDegraded: true);
    }

    private bool IsOverdue(long startedAt) => timeProvider.GetElapsedTime(startedAt) > maxDelay;

    private void CountLateResponse(bool isLate)
    {
        _lateResponses++;
        if (!isLate)
        {
            _lateResponses = 0;
        }
    }

    private bool SetDegraded(bool isDegraded)
    {
        bool isChange = isDegraded != IsDegraded;
        IsDegraded = isDegraded;
        return isChange;
    }
}
