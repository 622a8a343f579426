namespace Binance.AlgoOrders.Testing.Internal.Limits;

/// <summary>The announced end of a ban, and the number of requests that came before it.</summary>
internal sealed class SimulatedBan
{
    private static readonly TimeSpan AfterWarning = TimeSpan.FromMinutes(2);

    private DateTimeOffset _until = DateTimeOffset.MinValue;
    private DateTimeOffset _warnedUntil = DateTimeOffset.MinValue;

    public int Violations { get; private set; }

    /// <summary>Extends the ban. An earlier end does not shorten it.</summary>
    public void Announce(DateTimeOffset until)
    {
        if (until > _until)
        {
            _until = until;
        }
    }

    /// <summary>Extends the ban. The next request before its end extends it by two minutes more.</summary>
    public void Warn(DateTimeOffset until)
    {
        Announce(until);
        _warnedUntil = until;
    }

    /// <summary>Returns the end of the current ban, or null if there is none.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now) => now < _until ? _until : null;

    /// <summary>Counts a request that violates the ban and returns the ban's end, or returns null if there is no ban.</summary>
    public DateTimeOffset? RecordViolation(DateTimeOffset now)
    {
        if (EndAfter(now) is null)
        {
            return null;
        }

        Violations++;
        if (now < _warnedUntil)
        {
            _warnedUntil = DateTimeOffset.MinValue;
            Announce(now + AfterWarning);
        }

        return _until;
    }
}
