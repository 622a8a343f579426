using System.Globalization;
using System.Text;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The result as a reader wants to see it.</summary>
internal static class Table
{
    public static string Of(CampaignResult result)
    {
        var text = new StringBuilder();
        Row(text, "", "faults to the end", "faults stop early", "both");
        Section(text, "what was played", result.Figures);
        Section(text, "how EnsureCanceledAsync ended", result.Endings);
        Section(text, "how CancelAsync ended", result.SingleEndings);
        Section(text, "how the orders of CancelManyAsync ended", result.ItemEndings);
        Section(text, "how PlaceAsync ended", result.PlaceEndings);
        Section(text, "what was in the way of knowing", result.Obstacles);
        Section(text, "in sum", new Tally());
        Row(text, "  requests per call", Each(mode => result.RequestsPerCall(mode).ToString("0.00", CultureInfo.InvariantCulture)));
        Row(text, "  share that is Unknown", Each(mode => result.UnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Row(text, "  share of CancelManyAsync's orders that is Unknown", Each(mode => result.ItemUnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Row(text, "  share of new orders that is Unknown", Each(mode => result.PlaceUnknownShare(mode).ToString("P3", CultureInfo.InvariantCulture)));
        Section(text, "broken promises: " + Number(result.BrokenPromises.Total), result.BrokenPromises);
        Section(text, "LIES: " + Number(result.Lies.Total), result.Lies);
        return text.ToString();
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
        text.Append(name.PadRight(64));
        foreach (string cell in cells)
        {
            text.Append(cell.PadLeft(19));
        }

        text.AppendLine();
    }
}
