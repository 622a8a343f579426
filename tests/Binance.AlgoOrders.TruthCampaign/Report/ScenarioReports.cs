namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Keeps the first report of each kind, independent of the thread that ran the scenarios.</summary>
internal sealed class ScenarioReports
{
    private const int MaxReports = 40;

    private readonly SortedDictionary<string, ((int Scenario, int Call) Place, string Report)> _reports = new(StringComparer.Ordinal);

    /// <summary>The reports in the order of scenario and call. A report of several kinds occurs once.</summary>
    public IEnumerable<string> Texts => _reports.Values.OrderBy(report => report.Place).Select(report => report.Report).Distinct(StringComparer.Ordinal).Take(MaxReports);

    /// <summary>Creates and keeps a report, unless there is an earlier one of every kind.</summary>
    public void Add(ScenarioRun scenario, int number, IReadOnlyList<string> claims)
    {
        (int, int) place = (scenario.Plan.Number, number);
        string[] first = [.. claims.Where(claim => IsFirst(claim, place))];
        if (first.Length > 0)
        {
            string report = ScenarioReport.Create(scenario, number, claims);
            Array.ForEach(first, claim => _reports[claim] = (place, report));
        }
    }

    public void Add(ScenarioReports other)
    {
        foreach ((string claim, ((int, int) place, string report)) in other._reports)
        {
            if (IsFirst(claim, place))
            {
                _reports[claim] = (place, report);
            }
        }
    }

    private bool IsFirst(string claim, (int Scenario, int Call) place) =>
        !_reports.TryGetValue(claim, out ((int Scenario, int Call) Place, string Report) known) || place.CompareTo(known.Place) < 0;
}
