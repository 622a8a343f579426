using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The false claims by kind: the claim, the situation, their number, and the first scenario as an example.</summary>
internal sealed class LieTable
{
    private readonly SortedDictionary<(string Claim, string Situation), (long Count, int Scenario, int Call)> _rows = [];

    public long Total => _rows.Values.Sum(row => row.Count);

    public IEnumerable<string> Claims => _rows.Keys.Select(kind => kind.Claim);

    public void Count(string claim, string situation, int scenario, int call) => Add((claim, situation), (1, scenario, call));

    public void Add(LieTable other)
    {
        foreach (((string, string) kind, (long, int, int) row) in other._rows)
        {
            Add(kind, row);
        }
    }

    /// <summary>Returns the rows, the most frequent first.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine("| claim | situation | count | example: scenario, call |").AppendLine("|---|---|---|---|");
        foreach (((string claim, string situation), (long count, int scenario, int call)) in _rows.OrderByDescending(row => row.Value.Count))
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {claim} | {situation} | {count:N0} | {scenario}, {call} |");
        }

        return text.ToString();
    }

    private void Add((string Claim, string Situation) kind, (long Count, int Scenario, int Call) row)
    {
        if (!_rows.TryGetValue(kind, out (long Count, int Scenario, int Call) known))
        {
            _rows.Add(kind, row);
            return;
        }

        bool isEarlier = (row.Scenario, row.Call).CompareTo((known.Scenario, known.Call)) < 0;
        _rows[kind] = isEarlier ? (known.Count + row.Count, row.Scenario, row.Call) : (known.Count + row.Count, known.Scenario, known.Call);
    }
}
