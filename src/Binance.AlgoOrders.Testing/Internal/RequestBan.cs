namespace Binance.AlgoOrders.Testing.Internal;

/// <summary>The time until which the exchange told its clients to be silent, and how often they were not.</summary>
internal sealed class RequestBan
{
    private static readonly TimeSpan AfterWarning = TimeSpan.FromMinutes(2);

    private DateTimeOffset _until = DateTimeOffset.MinValue;
    private DateTimeOffset _warnedUntil = DateTimeOffset.MinValue;

    public int Violations { get; private set; }

    /// <summary>A later end holds on; an earlier one does not shorten it.</summary>
    public void Announce(DateTimeOffset until) => _until = until > _until ? until : _until;

    /// <summary>The same, and who does not heed it is banned for longer.</summary>
    public void Warn(DateTimeOffset until)
    {
        Announce(until);
        _warnedUntil = until;
    }

    /// <summary>The end of the ban that lasts now; <see langword="null"/> when none does.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now) => now < _until ? _until : null;

    /// <summary>The end of the ban that a request breaks now, counted; <see langword="null"/> when it breaks none.</summary>
    public DateTimeOffset? Violate(DateTimeOffset now)
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
