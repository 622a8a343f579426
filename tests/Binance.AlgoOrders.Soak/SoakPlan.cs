namespace Binance.AlgoOrders.Soak;

/// <summary>How long and how hard a soak drives the client, and what it holds it to.</summary>
internal sealed record SoakPlan
{
    /// <summary>New rounds begin until then; at least two after the warm-up, so that there are two halves to compare.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>How many callers share the client, each with one call after the other.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Decides what is called, what goes wrong and who gives up; not when, since time and sockets are real.</summary>
    public required int Seed { get; init; }

    /// <summary>How long the callers of a round begin new calls.</summary>
    public TimeSpan Load { get; init; } = TimeSpan.FromSeconds(6.5);

    /// <summary>How long after the last call of a round all that was still on its way has happened: longer than any fault delays.</summary>
    public TimeSpan Settling { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest pause between two calls of a caller.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>The client's option: the time for a whole call.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>The client's option: the time for an attempt.</summary>
    public TimeSpan AttemptTimeout { get; init; } = TimeSpan.FromMilliseconds(400);

    /// <summary>
    /// Whether delays of milliseconds are judged. Only where the calls are many and the machine has nothing else to do worth speaking of; a few
    /// seconds beside other tests say nothing about a 99th percentile.
    /// </summary>
    public bool JudgesTime { get; init; } = true;

    /// <summary>The rounds at the start that no bound looks at: what is made once is made in them.</summary>
    public int WarmUpRounds { get; init; } = 6;

    /// <summary>Whether another round begins.</summary>
    /// <param name="played">How many there were.</param>
    /// <param name="elapsed">Since the first began.</param>
    public bool GoesOn(int played, TimeSpan elapsed) => elapsed < Duration || played < WarmUpRounds + 2;

    /// <summary>When a round that has not come to its end is given up: something hangs.</summary>
    public TimeSpan StuckAfter => Load + Timeout + TimeSpan.FromSeconds(30);
}
