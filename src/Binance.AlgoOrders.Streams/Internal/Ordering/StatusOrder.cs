namespace Binance.AlgoOrders.Streams.Internal.Ordering;

/// <summary>The order in which the statuses of an order follow each other.</summary>
internal static class StatusOrder
{
    private const int Final = 3;

    /// <summary>Returns true if an order with this status never changes any more.</summary>
    public static bool IsFinal(this WireValue<AlgoOrderStatus> status) => RankOf(status) == Final;

    /// <summary>Returns true if a child with this status never changes any more.</summary>
    public static bool IsFinal(this WireValue<ChildOrderStatus> status) => RankOf(status) == Final;

    /// <summary>
    /// Compares two statuses. Returns a positive number if the next one is certainly later, a negative number if it is certainly earlier, zero if both are
    /// equally late, and null if one of them is unknown to this library, so that only times can order them.
    /// </summary>
    public static int? Compare(WireValue<AlgoOrderStatus> next, WireValue<AlgoOrderStatus> last) => Compare(RankOf(next), RankOf(last));

    /// <inheritdoc cref="Compare(WireValue{AlgoOrderStatus}, WireValue{AlgoOrderStatus})"/>
    public static int? Compare(WireValue<ChildOrderStatus> next, WireValue<ChildOrderStatus> last) => Compare(RankOf(next), RankOf(last));

    private static int? Compare(int? next, int? last) => (next, last) switch
    {
        ({ } known, { } before) => known - before,

        // Nothing follows a final status, and everything precedes it.
        (Final, null) => 1,
        (null, Final) => -1,
        _ => null,
    };

    private static int? RankOf(WireValue<AlgoOrderStatus> status) => status.Known switch
    {
        AlgoOrderStatus.New => 0,
        AlgoOrderStatus.Triggering => 1,
        AlgoOrderStatus.Triggered => 2,
        AlgoOrderStatus.Finished or AlgoOrderStatus.Canceled or AlgoOrderStatus.Rejected or AlgoOrderStatus.Expired => Final,
        _ => null,
    };

    private static int? RankOf(WireValue<ChildOrderStatus> status) => status.Known switch
    {
        ChildOrderStatus.New => 0,
        ChildOrderStatus.PartiallyFilled => 1,
        null => null,
        _ => Final,
    };
}
