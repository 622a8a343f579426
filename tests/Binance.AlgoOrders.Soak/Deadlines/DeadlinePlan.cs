namespace Binance.AlgoOrders.Soak;

/// <summary>The calls of a run in which every call reaches its deadline.</summary>
internal sealed record DeadlinePlan
{
    /// <summary>The number of calls.</summary>
    public required int Calls { get; init; }

    /// <summary>The number of callers. Each makes one call after the other.</summary>
    public required int Concurrency { get; init; }

    /// <summary>The seed of the time limits and of the kinds of calls.</summary>
    public required int Seed { get; init; }

    /// <summary>The shortest time limit of a call.</summary>
    public TimeSpan ShortestTimeout { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest time limit of a call.</summary>
    public TimeSpan LongestTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>True to check times, which needs a machine without other load.</summary>
    public bool ChecksTiming { get; init; } = true;
}
