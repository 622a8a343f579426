namespace Binance.AlgoOrders.RedisWorker;

/// <summary>The results of one process, which are the last line of its output, as JSON.</summary>
internal sealed record WorkerReport
{
    public required int BulkCanceled { get; init; }

    public required int SinglesCanceled { get; init; }

    public required int Placed { get; init; }

    /// <summary>The milliseconds from the call of each new order until it was placed.</summary>
    public required IReadOnlyList<double> PlacementTimes { get; init; }

    /// <summary>Descriptions of the new orders that were not placed.</summary>
    public required IReadOnlyList<string> PlacementFailures { get; init; }

    /// <summary>Descriptions of the cancels that did not succeed.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>The milliseconds from the call of each single cancel until its request was passed to the connection.</summary>
    public required IReadOnlyList<double> Departures { get; init; }

    /// <summary>The number of requests that were sent during a known ban.</summary>
    public required int SentWhileBanned { get; init; }

    /// <summary>The time when the first ban became known, in Unix milliseconds, or null if there was none.</summary>
    public required long? BannedAt { get; init; }

    /// <summary>The sums of the meter's counters, by name and outcome.</summary>
    public required IReadOnlyDictionary<string, long> Metrics { get; init; }
}
