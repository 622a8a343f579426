namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>The work of several processes.</summary>
internal sealed record FleetPlan
{
    public required int Processes { get; init; }

    /// <summary>The accounts that place orders, which the processes share in turn.</summary>
    public int Traders { get; init; } = 1;

    /// <summary>The orders that each process cancels in bulk.</summary>
    public required int BulkOrders { get; init; }

    /// <summary>The orders that each process cancels one by one, one a second.</summary>
    public required int SingleOrders { get; init; }

    /// <summary>The orders that each process places.</summary>
    public int Placements { get; init; }

    public TimeSpan PlaceEvery { get; init; }

    /// <summary>The clock of the first process is behind by this time, that of the last is ahead by it.</summary>
    public TimeSpan ClockSpread { get; init; }

    public TimeSpan ClockOffsetOf(int process) => ClockSpread * (2.0 * process / (Processes - 1) - 1);
}
