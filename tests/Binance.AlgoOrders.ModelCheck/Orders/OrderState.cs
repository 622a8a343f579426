using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Binance.AlgoOrders.ModelCheck;

/// <summary>An order with its three views. All times are ticks of the call.</summary>
[StructLayout(LayoutKind.Sequential, Pack = 1)]
internal struct OrderState
{
    /// <summary>The time of what happened before the call.</summary>
    public const sbyte BeforeCall = -1;

    /// <summary>The tick of a view that never shows the order.</summary>
    public const byte Never = 99;

    public OrderStatus Status;

    /// <summary>The status that the query shows.</summary>
    public OrderStatus Shown;

    /// <summary>The time of the last change of the status that the query shows.</summary>
    public sbyte ShownChangedAt;

    /// <summary>The tick at which the query shows the status as it is.</summary>
    public byte ShownUntil;
    public byte QueryFrom;
    public byte CancelFrom;
    public byte ListFrom;

    /// <summary>The time at which the order was placed. It is only compared with the beginning of the call.</summary>
    public sbyte PlacedAt;
    public sbyte ChangedAt;

    /// <summary>The time at which the order ceased to be NEW.</summary>
    public sbyte LeftNewAt;

    /// <summary>True if the query showed or shows a change later than VisibilityLag.</summary>
    public bool LagsTooLong;
    public bool WasCanceledByCall;

    /// <summary>True if the trigger condition was met, even if the child order was rejected then.</summary>
    public bool HasTriggered;

    /// <summary>The time at which the order triggered if the query shows that, else a constant, so that equal snapshots stay equal.</summary>
    public readonly sbyte ShownTriggeredAt => Shown.HasTriggered() ? LeftNewAt : BeforeCall;

    public static OrderState Placed(OrderStatus status, sbyte at, Views views) => new()
    {
        Status = status,
        Shown = status,
        ShownChangedAt = at,
        PlacedAt = at,
        ChangedAt = at,
        LeftNewAt = at,
        QueryFrom = views.Query,
        CancelFrom = views.Cancel,
        ListFrom = views.List,
        LagsTooLong = views.Query > Bounds.Lag,
        HasTriggered = status.HasTriggered(),
    };

    /// <summary>Changes the status.</summary>
    /// <param name="status">The new status.</param>
    /// <param name="at">The tick.</param>
    /// <param name="lag">The ticks for which the query shows the former status.</param>
    public void Change(OrderStatus status, byte at, byte lag)
    {
        if (Status == OrderStatus.New)
        {
            LeftNewAt = (sbyte)at;
        }

        HasTriggered |= status.HasTriggered();
        (Status, ChangedAt) = (status, (sbyte)at);
        ShownUntil = Math.Max(ShownUntil, (byte)(at + lag));
        LagsTooLong |= ShownUntil > at + Bounds.Lag;
        Show(at);
    }

    /// <summary>Lets the query show the present status if its lag is over.</summary>
    public void Show(byte tick)
    {
        if (tick >= ShownUntil)
        {
            (Shown, ShownChangedAt, ShownUntil) = (Status, ChangedAt, 0);
        }
    }

    public readonly bool IsInQuery(byte tick) => Shown is not (OrderStatus.Absent or OrderStatus.Forgotten) && tick >= QueryFrom;

    public readonly bool IsInList(byte tick) => Status == OrderStatus.New && tick >= ListFrom;

    public readonly bool IsKnownToCancel(byte tick) => Status is OrderStatus.New or OrderStatus.Triggering && tick >= CancelFrom;
}

/// <summary>The ticks from which each view shows an order.</summary>
internal readonly record struct Views(byte Query, byte Cancel, byte List);

/// <summary>The two orders.</summary>
[InlineArray(2)]
internal struct OrderPair
{
    private OrderState _first;
}
