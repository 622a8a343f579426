namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>How the scenario's client is set up, and how far away it is.</summary>
internal sealed record ClientPlan
{
    public required TimeSpan Timeout { get; init; }

    public required TimeSpan AttemptTimeout { get; init; }

    public required int MaxRetryAttempts { get; init; }

    /// <summary>Whether it sets its clock before anything goes wrong.</summary>
    public required bool SynchronizesFirst { get; init; }

    /// <summary>A request takes at most this long to the exchange, and its answer back.</summary>
    public required TimeSpan LongestWay { get; init; }
}
