namespace Binance.AlgoOrders.ModelCheck;

/// <summary>Describes the path of a replacement.</summary>
internal static class ReplaceText
{
    private static readonly string[] Names = ["the current order", "the replacement", "the bridge", "the restored order"];

    public static string DescribeStart(in ReplaceState state) =>
        $"replace, {state.Sequence}; the current order {state.Orders[ReplaceState.Current].Status}, {(state.ClosesPosition ? "both close the position" : "both have a quantity")}: {state.Step}";

    public static string Describe(in ReplaceState before, Move move, in ReplaceState after)
    {
        string reaction = after.Step != before.Step || after.Steps != before.Steps ? $": {after.Step}" : "";
        string lie = after.Lie == Lie.None ? "" : $", but {after.Lie}";
        return Describe(move) + reaction + lie;
    }

    private static string Describe(Move move) => move.Kind switch
    {
        MoveKind.Deliver => $"the request for {Names[move.Subject]} succeeds",
        MoveKind.Refuse => $"the request for {Names[move.Subject]} is refused",
        MoveKind.Lose => $"the response about {Names[move.Subject]} is lost",
        MoveKind.Respond => $"a lookup shows {Names[move.Subject]}",
        MoveKind.ExecuteLate => $"a late copy cancels {Names[move.Subject]}",
        MoveKind.Replace => $"a late copy places {Names[move.Subject]}",
        MoveKind.Change => $"{Names[move.Subject]} triggers",
        _ => $"another party cancels {Names[move.Subject]}, or it expires",
    };
}
