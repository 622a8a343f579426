using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.TruthCampaign;

/// <summary>What goes wrong on the way.</summary>
internal sealed record FaultPlan
{
    /// <summary>Of each request to be struck.</summary>
    public required double Probability { get; init; }

    /// <summary>Whether only cancels are struck: the client sees well, and can do nothing.</summary>
    public required bool OnlyCancels { get; init; }

    /// <summary>One of these strikes.</summary>
    public required IReadOnlyList<Fault> Menu { get; init; }

    /// <summary>These strike in a row, from <see cref="BurstAt"/> on.</summary>
    public required IReadOnlyList<Fault> Burst { get; init; }

    public required TimeSpan BurstAt { get; init; }

    /// <summary>From here on only faults that ban nobody strike; null: bans go on.</summary>
    public required TimeSpan? LastBanAt { get; init; }

    /// <summary>When all faults stop; null: never.</summary>
    public required TimeSpan? StopsAt { get; init; }

    /// <summary>The part of the menu that bans nobody.</summary>
    public required IReadOnlyList<Fault> MenuWithoutBans { get; init; }
}
