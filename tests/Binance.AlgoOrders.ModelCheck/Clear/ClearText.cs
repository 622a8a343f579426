using System.Globalization;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Describes the path of a cancel of all orders.</summary>
internal static class ClearText
{
    public static string DescribeStart(in ClearState state) => $"cancel all; order 1 {Describe(state.Orders[0])}, order 2 {Describe(state.Orders[1])}: {DescribeClient(state)}";

    public static string Describe(in ClearState before, Move move, in ClearState after)
    {
        string moved = string.Create(CultureInfo.InvariantCulture, $"tick {after.Tick}: {Describe(before, move)}");
        bool hasReacted = after.Phase != before.Phase || after.Facts != before.Facts;
        string reaction = hasReacted ? ": " + DescribeClient(after) : "";
        string lie = after.Lie == Lie.None ? "" : $", but {after.Lie}";
        return moved + reaction + lie;
    }

    private static string Describe(in ClearState before, Move move) => move.Kind switch
    {
        MoveKind.Tick => "time passes",
        MoveKind.Execute => "the cancel of all orders is executed",
        MoveKind.ExecuteLate => "a late copy is executed",
        MoveKind.Deliver => "the acknowledgement arrives",
        MoveKind.Lose => "the response is lost",
        MoveKind.Refuse => $"the {before.Phase} fails",
        MoveKind.Process => "the list is processed, but the response is late",
        MoveKind.Respond when before.Phase == ClearPhase.Settle => "the orders that were seen are canceled one by one",
        MoveKind.Respond => move.Subject == 0 ? "the list is empty" : "the list shows an order",
        MoveKind.Change => $"order {move.Subject + 1} triggers or is canceled by another party",
        MoveKind.Replace => $"another party places order 2, visible {move.Value} ticks later",
        _ => "the user places the next order",
    };

    private static string Describe(in ClearOrder order) => order.Exists
        ? string.Create(CultureInfo.InvariantCulture, $"live, visible to cancel and list from ticks {order.CancelFrom} and {order.ListFrom}")
        : "absent";

    private static string DescribeClient(in ClearState state) => state.Phase switch
    {
        ClearPhase.CancelAll => "the client cancels all orders",
        ClearPhase.List => "the client reads the open orders",
        ClearPhase.Settle => "the client cancels the orders that it saw one by one",
        ClearPhase.Pause => string.Create(CultureInfo.InvariantCulture, $"the client pauses until tick {state.Until}"),
        ClearPhase.Expiry => string.Create(CultureInfo.InvariantCulture, $"the client waits until tick {state.Until}, when its copies have expired"),
        _ => state.IsClear ? "the call ends: clear" : "the call ends: not clear",
    };
}
