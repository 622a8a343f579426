using System.Globalization;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Describes the path of a cancel.</summary>
internal static class CancelText
{
    public static string DescribeStart(in CancelState state, CancelClient client)
    {
        string second = state.Orders[1].Status == OrderStatus.Absent ? "" : ", order 2 " + Describe(state.Orders[1]);
        return $"cancel {state.Request.Name}; order 1 {Describe(state.Orders[0])}{second}: {DescribeClient(state, client)}";
    }

    public static string Describe(in CancelState before, Move move, in CancelState after, CancelClient client)
    {
        string moved = string.Create(CultureInfo.InvariantCulture, $"tick {after.Tick}: {Describe(before, move, after)}");
        bool hasReacted = after.Phase != before.Phase || after.Facts != before.Facts || after.At != before.At;
        return hasReacted ? $"{moved}: {DescribeClient(after, client)}" : moved;
    }

    private static string Describe(in CancelState before, Move move, in CancelState after) => move.Kind switch
    {
        MoveKind.Tick => "time passes",
        MoveKind.Execute => DescribeExecution("the cancel", move) + DescribeLoss(after),
        MoveKind.ExecuteLate => DescribeExecution("a late copy", move) + DescribeLoss(after),
        MoveKind.Deliver => $"the response is {(CancelResponse)move.Subject}",
        MoveKind.Lose => "the response to the cancel is lost",
        MoveKind.Refuse => $"the {before.Phase} fails ({FailureKinds.All[move.Subject].Name})",
        MoveKind.Duplicate => "the cancel is sent once more by a handler",
        MoveKind.Hedge => $"the client sends the cancel once more and gets the response to {DescribeHedge(move)}",
        MoveKind.LoseAll => "the client sends the cancel twice more, and no copy gets a response",
        MoveKind.Process => $"the {before.Phase} is processed and finds {after.Lookup}, but the response is late",
        MoveKind.Respond => $"the {before.Phase} shows {DescribeShown(before, move.Subject)}",
        MoveKind.ReadClock => $"Binance's clock is read, {(ClockReadings.All[move.Subject].Time - Bounds.Epoch).TotalSeconds:+0.##;-0.##;0} ticks off",
        MoveKind.LoseClock => "Binance's clock cannot be read",
        MoveKind.Change => $"order {move.Subject + 1} becomes {(OrderStatus)move.Value}, which the query shows from tick {after.Orders[move.Subject].ShownUntil}",
        MoveKind.Replace => $"another party places order 2 under the same client id, visible from tick {after.Orders[1].QueryFrom}",
        MoveKind.Hide => $"requests reach a replica that does not know order 1 before tick {after.Orders[0].QueryFrom}",
        MoveKind.Forget => "Binance forgets order 1",
        _ => "the user places the next order under the same client id",
    };

    private static string DescribeExecution(string copy, Move move) => move.Subject == byte.MaxValue
        ? $"{copy} is executed"
        : $"{copy} is executed on order {move.Subject + 1}, which the query shows {move.Value} ticks later";

    private static string DescribeHedge(Move move) => move.Value == 0 ? "that copy" : "the first copy";

    private static string DescribeLoss(in CancelState after) => after.Lie == Lie.None ? "" : $": {after.Lie}";

    private static string DescribeShown(in CancelState before, int order)
    {
        if (before.Lookup.IsProcessed)
        {
            return before.Lookup.ToString();
        }

        if (order == 0)
        {
            return "nothing";
        }

        return $"order {order} as {before.Orders[order - 1].Shown}";
    }

    private static string Describe(in OrderState order)
    {
        string shown = order.Shown == order.Status ? "" : $", shown as {order.Shown} until tick {order.ShownUntil}";
        string views = order.QueryFrom + order.CancelFrom + order.ListFrom == 0
            ? ""
            : $", visible to query, cancel and list from ticks {DescribeTick(order.QueryFrom)}, {DescribeTick(order.CancelFrom)} and {DescribeTick(order.ListFrom)}";
        return $"{order.Status}{shown}{views}";
    }

    private static string DescribeTick(byte tick) => tick == OrderState.Never ? "never" : tick.ToString(CultureInfo.InvariantCulture);

    private static string DescribeClient(in CancelState state, CancelClient client) => state.Phase switch
    {
        ClientPhase.Cancel => $"the client cancels {DescribeTarget(client.TargetOf(state))}",
        ClientPhase.Query => $"the client queries {DescribeTarget(client.TargetOf(state))}",
        ClientPhase.List => "the client reads the open orders",
        ClientPhase.Clock => "the client reads Binance's clock",
        ClientPhase.Pause => $"the client pauses until tick {state.Until}",
        ClientPhase.Expiry => $"the client waits until tick {state.Until}, when its copies have expired",
        _ => DescribeClaim(state),
    };

    private static string DescribeClaim(in CancelState state) => state.Lie == Lie.None ? $"the call ends: {state.Claim}" : $"the call ends: {state.Claim}, but {state.Lie}";

    private static string DescribeTarget(CopyTarget target) => target switch
    {
        CopyTarget.First => "order 1",
        CopyTarget.Second => "order 2",
        _ => "by client id",
    };
}
