namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Holds what is known of one limit in one window. Not thread-safe.</summary>
internal sealed class LedgerWindow
{
    private int _shared;
    private int _sharedLeased;
    private int _ownWhenShared;
    private int _leasedWhenShared;

    /// <summary>Gets the totals that Redis accepted last, or null if it has none of this process.</summary>
    public LimitReport? Sent { get; private set; }

    /// <summary>Gets the usage that Redis has accepted for the next window.</summary>
    public int SentOfNext { get; set; }

    /// <summary>Gets the usage that is leased and not consumed yet.</summary>
    public int Leased { get; set; }

    /// <summary>Gets the usage without a lease while Redis did not respond.</summary>
    public int ConsumedLocally { get; set; }

    /// <summary>Gets the usage that Binance has reported.</summary>
    public int Reported { get; set; }

    /// <summary>Gets the timestamp at which Redis granted no lease, or null if it granted the last one.</summary>
    public long? DeniedAt { get; private set; }

    /// <summary>Gets whether Redis has accepted a report in this window.</summary>
    public bool HasJoined { get; private set; }

    /// <summary>Gets the highest usage that Redis or Binance has reported.</summary>
    public int Known => Math.Max(_shared, Reported);

    /// <summary>Gets the usage that all processes have leased and not consumed yet.</summary>
    public int LeasedByAll => Math.Max(_sharedLeased - _leasedWhenShared + Leased, Leased);

    /// <summary>Returns the usage of all processes. It is a lower bound: others may have used more since the last synchronization.</summary>
    public int GetUsed(int own) => Math.Max(_shared + own - _ownWhenShared, Reported);

    /// <summary>Returns true if Redis does not know the totals of a report yet, or if the report requests a lease.</summary>
    public bool IsNew(LimitReport report) =>
        report.Requested > 0
        || report.Consumed != (Sent?.Consumed ?? 0)
        || report.Leased != (Sent?.Leased ?? 0)
        || report.Used > _shared;

    public void Apply(LimitReport report, LimitLease lease, long timestamp)
    {
        HasJoined = true;
        Leased += lease.Granted;
        Sent = report with { Leased = report.Leased + lease.Granted };
        ApplyShared(lease.Used, lease.Leased);
        DeniedAt = null;
        if (report.Requested > 0 && lease.Granted == 0)
        {
            DeniedAt = timestamp;
        }
    }

    /// <summary>Applies the usage of all processes, which Redis returned without a new report.</summary>
    public void ApplyReading(LimitLease reading, bool isKnown)
    {
        if (!isKnown)
        {
            (Sent, SentOfNext) = (null, 0);
            return;
        }

        ApplyShared(reading.Used, reading.Leased);
    }

    private void ApplyShared(int used, int leased)
    {
        _shared = Math.Max(_shared, used);
        _sharedLeased = leased;
        _ownWhenShared = Sent?.Consumed ?? 0;
        _leasedWhenShared = Sent?.Leased ?? 0;
    }
}
