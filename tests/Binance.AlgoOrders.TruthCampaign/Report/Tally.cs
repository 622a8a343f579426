namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Counts by row and mode.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, (long ToTheEnd, long StoppedEarly)> _rows = new(StringComparer.Ordinal);

    /// <summary>The rows in the order of their names.</summary>
    public IEnumerable<(string Name, long ToTheEnd, long StoppedEarly)> Rows => _rows.Select(row => (row.Key, row.Value.ToTheEnd, row.Value.StoppedEarly));

    public long Total => _rows.Values.Sum(row => row.ToTheEnd + row.StoppedEarly);

    public long Of(string row, CampaignMode mode)
    {
        (long toTheEnd, long stoppedEarly) = _rows.GetValueOrDefault(row);
        return mode == CampaignMode.FaultsToTheEnd ? toTheEnd : stoppedEarly;
    }

    public void Count(string row, CampaignMode mode, long by = 1)
    {
        if (mode == CampaignMode.FaultsToTheEnd)
        {
            AddCounts(row, by, 0);
        }
        else
        {
            AddCounts(row, 0, by);
        }
    }

    public void Add(Tally other)
    {
        foreach ((string name, long toTheEnd, long stoppedEarly) in other.Rows)
        {
            AddCounts(name, toTheEnd, stoppedEarly);
        }
    }

    private void AddCounts(string row, long toTheEnd, long stoppedEarly)
    {
        (long ToTheEnd, long StoppedEarly) before = _rows.GetValueOrDefault(row);
        _rows[row] = (before.ToTheEnd + toTheEnd, before.StoppedEarly + stoppedEarly);
    }
}
