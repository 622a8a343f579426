using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>A query or a list as the exchange processed it. The response shows the order of that moment, whenever it arrives.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct LookupResponse
{
    /// <summary>True if the exchange has processed the lookup.</summary>
    public bool IsProcessed;

    /// <summary>The order that was found, plus one, or zero if none was.</summary>
    public byte Found;
    private OrderStatus _shown;
    private sbyte _shownChangedAt;
    private sbyte _placedAt;
    private sbyte _triggeredAt;

    /// <summary>Returns the response that shows an order, or none.</summary>
    public static LookupResponse Of(in CancelState state, int order)
    {
        var response = new LookupResponse { IsProcessed = true, Found = (byte)(order + 1) };
        if (order >= 0)
        {
            OrderState found = state.Orders[order];
            (response._shown, response._shownChangedAt, response._placedAt) = (found.Shown, found.ShownChangedAt, found.PlacedAt);
            response._triggeredAt = found.ShownTriggeredAt;
        }

        return response;
    }

    /// <summary>Returns the order as the client reads it, or null, with a number that is equal for equal ones.</summary>
    public readonly (int Key, AlgoOrder? Order) Read(in CancelState state)
    {
        if (Found == 0)
        {
            return (-1, null);
        }

        var shown = new OrderState { Shown = _shown, ShownChangedAt = _shownChangedAt, PlacedAt = _placedAt, LeftNewAt = _triggeredAt };
        return (OrderSnapshots.KeyOf(state.Scenario, Found - 1, shown), OrderSnapshots.Create(state.Request, Found - 1, shown));
    }

    public override readonly string ToString() => Found == 0 ? "nothing" : $"order {Found} as {_shown}";
}
