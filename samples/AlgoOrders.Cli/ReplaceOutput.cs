using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>Writes the outcome of a replacement to stdout.</summary>
internal static class ReplaceOutput
{
    public static void Write(Session session, ReplaceAlgoOrderOutcome outcome)
    {
        if (session.IsJson)
        {
            JsonOutput.WriteOutcome(outcome, NameOf(outcome), DetailOf(outcome), LiveOrder(outcome));
            return;
        }

        var style = new Style(foreground: outcome.IsProtected == true ? Color.Green : Color.Yellow);
        Table table = Terminal.Table("OUTCOME", "PROTECTED", "");
        table.Columns[^1].NoWrap = false;
        table.AddRow(new Text(NameOf(outcome), style), new Text(Protection(outcome), style), new Text(DetailOf(outcome)));
        Terminal.Write(table);
        if (LiveOrder(outcome) is { } order)
        {
            OrderOutput.Write(session, [order]);
        }
    }

    private static string NameOf(ReplaceAlgoOrderOutcome outcome) => outcome.Match(
        replaced: _ => "replaced",
        kept: _ => "kept",
        restored: _ => "restored",
        unprotected: _ => "unprotected",
        currentTriggered: _ => "current-triggered",
        both: _ => "both",
        unknown: _ => "unknown");

    private static string DetailOf(ReplaceAlgoOrderOutcome outcome) => outcome.Match(
        replaced: _ => "the new order is live, the old one is gone",
        kept: kept => $"the old order is live: {Reason(kept.Refusal)}",
        restored: restored => $"an order with the old terms is live: {Reason(restored.Refusal)}",
        unprotected: unprotected => $"no order is live, act now: {Reason(unprotected.Refusal)}",
        currentTriggered: triggered => $"the old order had triggered: {triggered.Order.Status}, child order {triggered.Order.ActualOrderIdText ?? "not placed yet"}",
        both: both => $"cancel {both.Placed.AlgoId} or {both.Current.AlgoId}",
        unknown: unknown => $"look both orders up: {unknown.LastError?.Message ?? "the timeout was reached"}").ReplaceLineEndings(" ");

    private static AlgoOrder? LiveOrder(ReplaceAlgoOrderOutcome outcome) => outcome.Match<AlgoOrder?>(
        replaced: replaced => replaced.Placed,
        kept: kept => kept.Current,
        restored: restored => restored.Order,
        unprotected: _ => null,
        currentTriggered: _ => null,
        both: both => both.Placed,
        unknown: _ => null);

    private static string Protection(ReplaceAlgoOrderOutcome outcome) => outcome.IsProtected switch
    {
        true => "yes",
        false => "NO",
        _ => "not known",
    };

    private static string Reason(PlaceAlgoOrderOutcome? refusal) => refusal switch
    {
        PlaceAlgoOrderOutcome.Refused { Error: BinanceApiException { ErrorCode: { } code } error } => $"{code} {error.ErrorMessage}",
        PlaceAlgoOrderOutcome.Refused refused => refused.Error.Message,
        PlaceAlgoOrderOutcome.Ended ended => $"the new order is {ended.Order.Status}",
        _ => "it could not be canceled",
    };
}
