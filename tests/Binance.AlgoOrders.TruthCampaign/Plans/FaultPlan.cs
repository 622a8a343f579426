using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>The faults of a scenario.</summary>
internal sealed record FaultPlan
{
    /// <summary>The probability of a fault for each request.</summary>
    public required double Probability { get; init; }

    /// <summary>True if the faults apply to cancels only, so that every lookup succeeds.</summary>
    public required bool OnlyCancels { get; init; }

    /// <summary>The faults, one of which is applied.</summary>
    public required IReadOnlyList<Fault> Faults { get; init; }

    /// <summary>The faults that are applied one after the other, from <see cref="BurstAt"/> on.</summary>
    public required IReadOnlyList<Fault> Burst { get; init; }

    public required TimeSpan BurstAt { get; init; }

    /// <summary>The time from which only <see cref="FaultsWithoutBans"/> are applied, or null if bans go on.</summary>
    public required TimeSpan? LastBanAt { get; init; }

    /// <summary>The time at which all faults stop, or null for never.</summary>
    public required TimeSpan? StopsAt { get; init; }

    /// <summary>The faults without rate limits and bans.</summary>
    public required IReadOnlyList<Fault> FaultsWithoutBans { get; init; }
}
