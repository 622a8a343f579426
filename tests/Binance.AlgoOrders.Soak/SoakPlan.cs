namespace Binance.AlgoOrders.Soak;

/// <summary>The duration and the load of a soak, and the checks at its end.</summary>
internal sealed record SoakPlan
{
    /// <summary>The time in which new rounds begin. At least two rounds follow the warm-up, so that there are two halves to compare.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>The number of callers that share the client. Each makes one call after the other.</summary>
    public required int Concurrency { get; init; }

    /// <summary>The seed of calls, faults and cancellations. It does not determine their times, because time and sockets are real.</summary>
    public required int Seed { get; init; }

    /// <summary>The time in which the callers of a round begin new calls.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromSeconds(6.5);

    /// <summary>The time after the last call of a round in which delayed requests are executed. It is longer than the delay of any fault.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two calls of a caller.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>The client's timeout of a call.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The client's timeout of an attempt.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// True to check times, which needs many calls and a machine without other load. A few seconds beside other tests are too little for a 99th percentile.
    /// </summary>
    public bool ChecksTiming { get; init; } = true;

    /// <summary>The number of rounds at the start that no bound covers, in which objects are created that exist once.</summary>
    public int WarmUpRounds { get; init; } = 6;

    /// <summary>Returns whether another round begins.</summary>
    /// <param name="rounds">The number of completed rounds.</param>
    /// <param name="elapsed">The time since the first round began.</param>
    public bool GoesOn(int rounds, TimeSpan elapsed) => elapsed < Duration || rounds < WarmUpRounds + 2;

    /// <summary>The time after which a round counts as hanging.</summary>
    public TimeSpan RoundTimeout => Load + Timeout + TimeSpan.FromSeconds(30);
}
