namespace Binance.AlgoOrders.Testing.Internal.Rules.Placing;

/// <summary>One-way mode has one position, BOTH. Hedge mode has two, LONG and SHORT; what reduces one of them is told by side and position.</summary>
internal static class PositionModeRule
{
    private static readonly Refusal WrongSide = new(400, -4061, "Order's position side does not match user's setting.");

    private static readonly Refusal ReduceOnly = new(400, -4062, "Invalid or improper reduceOnly value.", "'reduceOnly' cannot be sent in hedge mode.");

    private static readonly Refusal Opening = new(
        400, -1128, "Combination of optional parameters invalid.", "In hedge mode, BUY closes no LONG position and SELL no SHORT one.");

    public static Refusal? Check(OrderForm form, SimulatedAccount account)
    {
        if (account.IsHedgeMode == (form.PositionSide == "BOTH"))
        {
            return WrongSide with { Why = $"positionSide {form.PositionSide} in {(account.IsHedgeMode ? "hedge" : "one-way")} mode." };
        }

        return !account.IsHedgeMode ? null
            : form.Has("reduceOnly") ? ReduceOnly
            : form.ClosesPosition && (form.Side, form.PositionSide) is ("BUY", "LONG") or ("SELL", "SHORT") ? Opening
            : null;
    }
}
