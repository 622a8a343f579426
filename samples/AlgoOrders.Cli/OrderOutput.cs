using System.Globalization;
using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>Writes orders to stdout.</summary>
internal static class OrderOutput
{
    public static void Write(Session session, IReadOnlyList<AlgoOrder> orders)
    {
        if (session.IsJson)
        {
            JsonOutput.WriteOrders(orders);
            return;
        }

        if (orders.Count == 0)
        {
            Console.WriteLine("No orders.");
            return;
        }

        Table table = Terminal.Table("ALGO ID", "SYMBOL", "ORDER", "QUANTITY", "TRIGGER", "STATUS");
        foreach (AlgoOrder order in orders)
        {
            table.AddRow(
                new Text($"{order.AlgoId}"), new Text(order.Symbol ?? ""), new Text(Kind(order)), new Text(Amount(order)), new Text(Trigger(order)), new Text(order.Status.Text));
        }

        Terminal.Write(table);
    }

    public static void WriteOne(Session session, AlgoOrder order)
    {
        if (session.IsJson)
        {
            JsonOutput.WriteOrder(order);
            return;
        }

        Table table = Terminal.Table("", "").HideHeaders();
        foreach ((string name, string? value) in Details(order))
        {
            if (!string.IsNullOrEmpty(value))
            {
                table.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(value));
            }
        }

        Terminal.Write(table);
    }

    private static (string Name, string? Value)[] Details(AlgoOrder order) =>
    [
        ("algo id", $"{order.AlgoId}"),
        ("client algo id", order.ClientAlgoId),
        ("symbol", order.Symbol),
        ("order", Kind(order)),
        ("position", Position(order)),
        ("quantity", Amount(order)),
        ("trigger", Trigger(order)),
        ("price", LimitPrice(order)),
        ("activate price", Number(order.ActivatePrice)),
        ("reduce only", YesOrNull(order.ReduceOnly)),
        ("status", order.Status.Text),
        ("child order", order.ActualOrderIdText),
        ("placed", Time(order.CreateTime)),
        ("changed", Time(order.UpdateTime)),
        ("triggered", Time(order.TriggerTime)),
    ];

    // The name of the place command, which is short enough for a table.
    private static string Kind(AlgoOrder order)
    {
        string type = order.OrderType == AlgoOrderType.TrailingStopMarket ? "TRAILING" : $"{order.OrderType}";
        return $"{order.Side} {type.Replace('_', '-')}".ToLowerInvariant();
    }

    private static string Amount(AlgoOrder order) => order.ClosePosition == true ? "position" : Number(order.Quantity);

    private static string Trigger(AlgoOrder order) => order switch
    {
        { TriggerPrice: not (null or 0) } => Number(order.TriggerPrice),
        { CallbackRate: { } rate } => $"{Number(rate)} %",
        _ => "",
    };

    private static string? Position(AlgoOrder order) => order.PositionSide == PositionSide.Both ? null : order.PositionSide?.Text;

    private static string? LimitPrice(AlgoOrder order) => order.Price > 0 ? Number(order.Price) : null;

    private static string? YesOrNull(bool? value) => value == true ? "yes" : null;

    private static string Number(decimal? value) => value?.ToString("0.############################", CultureInfo.InvariantCulture) ?? "";

    private static string? Time(DateTimeOffset? time) => time?.ToString("u", CultureInfo.InvariantCulture);
}
