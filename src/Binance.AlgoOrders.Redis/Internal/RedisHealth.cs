namespace Binance.AlgoOrders.Internal;

/// <summary>Whether Redis answers in time. Read by every request of a bulk: without a lock.</summary>
internal sealed class RedisHealth(TimeSpan maxDelay, TimeProvider timeProvider)
{
    // A few in a row may be this machine's own hiccup; they are bridged without a word.
    private const int MostLateAnswers = 5;

    private long _askedAt = timeProvider.GetTimestamp();
    private bool _isWaiting = true;
    private bool _isDown;
    private int _lateAnswers;

    /// <summary>Whether bulk work should not wait for it now.</summary>
    public bool IsLate => Volatile.Read(ref _isDown) || (Volatile.Read(ref _isWaiting) && timeProvider.GetElapsedTime(Volatile.Read(ref _askedAt)) > maxDelay);

    /// <summary>Whether the client goes without it, and has said so.</summary>
    public bool IsDegraded { get; private set; }

    public void Ask()
    {
        Volatile.Write(ref _askedAt, timeProvider.GetTimestamp());
        Volatile.Write(ref _isWaiting, true);
    }

    /// <summary>Takes note of an answer.</summary>
    /// <returns>Whether it was late, and whether that changes how it stands.</returns>
    public (bool IsLate, bool IsChange) Answered()
    {
        bool isLate = timeProvider.GetElapsedTime(_askedAt) > maxDelay;
        _lateAnswers = isLate ? _lateAnswers + 1 : 0;
        Volatile.Write(ref _isWaiting, false);
        Volatile.Write(ref _isDown, isLate && _isDown);
        return (isLate, Become(isLate && (IsDegraded || _lateAnswers >= MostLateAnswers)));
    }

    /// <summary>Takes note that there is no answer.</summary>
    /// <returns>Whether that changes how it stands.</returns>
    public bool Failed()
    {
        Volatile.Write(ref _isDown, true);
        return Become(degraded: true);
    }

    private bool Become(bool degraded)
    {
        bool isChange = degraded != IsDegraded;
        IsDegraded = degraded;
        return isChange;
    }
}
