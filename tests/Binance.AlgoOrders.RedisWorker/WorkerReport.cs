namespace Binance.AlgoOrders.RedisWorker;

/// <summary>What came of it. Written as JSON in the last line of the output.</summary>
internal sealed record WorkerReport
{
    public required int BulkCanceled { get; init; }

    public required int SinglesCanceled { get; init; }

    /// <summary>What did not end as canceled, in words.</summary>
    public required IReadOnlyList<string> Failures { get; init; }

    /// <summary>How long each single cancel took from the call until its request was handed to the connection, in milliseconds.</summary>
    public required IReadOnlyList<double> Departures { get; init; }

    /// <summary>Requests that left although the process knew of a ban.</summary>
    public required int SentWhileBanned { get; init; }

    /// <summary>When the process first knew of a ban, in Unix milliseconds; null: never.</summary>
    public required long? BannedAt { get; init; }

    /// <summary>The sums of the meter's counters, by name and outcome.</summary>
    public required IReadOnlyDictionary<string, long> Metrics { get; init; }
}
