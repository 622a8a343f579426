using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>Formats the result as a table.</summary>
internal static class Table
{
    public static string Of(CampaignResult result)
    {
        var text = new StringBuilder();
        Row(text, "", "faults to the end", "faults stop early", "both");
        Section(text, "scenarios", result.Figures);
        Section(text, "endings of EnsureCanceledAsync", result.Endings);
        Section(text, "endings of CancelAsync", result.SingleEndings);
        Section(text, "endings of the orders of CancelManyAsync", result.ItemEndings);
        Section(text, "endings of PlaceAsync", result.PlaceEndings);
        Section(text, "endings of ReplaceAsync", result.ReplaceEndings);
        Section(text, "endings of EnsureAllCanceledAsync and CancelAllAsync", result.CancelAllEndings);
        Section(text, "last errors of the calls that ended Unknown", result.LastErrors);
        Section(text, "summary", new Tally());
        Row(text, "  requests per call", Each(mode => result.RequestsPerCall(mode).ToString("0.00", CultureInfo.InvariantCulture)));
        Row(text, "  share of Unknown", Each(mode => result.UnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Row(text, "  share of Unknown among the orders of CancelManyAsync", Each(mode => result.ItemUnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Row(text, "  share of Unknown among the replacements", Each(mode => result.ReplaceUnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Row(text, "  share of Unknown among the new orders", Each(mode => result.PlaceUnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Section(text, "requests per call of EnsureCanceledAsync", new Tally());
        foreach ((string situation, _, _) in result.CostCalls.Rows)
        {
            Row(text, "  " + situation, Each(mode => result.RequestsPerCall(situation, mode).ToString("0.000", CultureInfo.InvariantCulture)));
        }

        Section(text, "violations: " + Number(result.Violations.Total), result.Violations);
        Section(text, "LIES: " + Number(result.Lies.Total), result.Lies);
        return text.AppendLine().Append(result.LieTable).ToString();
    }

    private static void Section(StringBuilder text, string title, Tally tally)
    {
        text.AppendLine().AppendLine(title);
        foreach ((string name, long toTheEnd, long stoppedEarly) in tally.Rows)
        {
            Row(text, "  " + name, Number(toTheEnd), Number(stoppedEarly), Number(toTheEnd + stoppedEarly));
        }
    }

    private static string[] Each(Func<CampaignMode, string> cell) => [cell(CampaignMode.FaultsToTheEnd), cell(CampaignMode.FaultsStopEarly)];

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static void Row(StringBuilder text, string name, params ReadOnlySpan<string> cells)
    {
        text.Append(name.PadRight(120));
        foreach (string cell in cells)
        {
            text.Append(cell.PadLeft(19));
        }

        text.AppendLine();
    }
}
