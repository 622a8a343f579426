namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Keeps the first few reports of one kind, in the order of scenario and call, independent of the thread that ran them.</summary>
internal sealed class ScenarioReports
{
    private const int MaxReports = 10;

    private readonly SortedList<(int Scenario, int Call), string> _reports = [];

    public IEnumerable<string> Texts => _reports.Values;

    /// <summary>Creates and keeps a report, unless there are enough earlier ones.</summary>
    public void Add(ScenarioRun scenario, int number, IReadOnlyList<string> claims)
    {
        (int, int) key = (scenario.Plan.Number, number);
        if (_reports.Count < MaxReports || key.CompareTo(_reports.Keys[^1]) < 0)
        {
            Keep(key, ScenarioReport.Create(scenario, number, claims));
        }
    }

    public void Add(ScenarioReports other)
    {
        foreach (((int Scenario, int Call) key, string report) in other._reports)
        {
            Keep(key, report);
        }
    }

    private void Keep((int Scenario, int Call) key, string report)
    {
        _reports[key] = report;
        if (_reports.Count > MaxReports)
        {
            _reports.RemoveAt(MaxReports);
        }
    }
}
