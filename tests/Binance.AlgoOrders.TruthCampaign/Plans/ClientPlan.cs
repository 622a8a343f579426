namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The options of the scenario's client, and the latency of its network.</summary>
internal sealed record ClientPlan
{
    public required TimeSpan Timeout { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required int MaxRetryAttempts { get; init; }

    /// <summary>True if the client synchronizes its clock before the faults begin.</summary>
    public required bool SynchronizesFirst { get; init; }

    /// <summary>The longest time that a request takes to the exchange, and a response takes back.</summary>
    public required TimeSpan MaxLatency { get; init; }
}
