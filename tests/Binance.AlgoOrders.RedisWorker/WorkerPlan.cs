namespace Binance.AlgoOrders.RedisWorker;

/// <summary>The work of one process: a bulk of cancels, and single cancels and new orders meanwhile. The process receives it as JSON in its only argument.</summary>
internal sealed record WorkerPlan
{
    public required string Redis { get; init; }

    public required string Budget { get; init; }

    public required Uri Exchange { get; init; }

    public required string ApiKey { get; init; }

    public required string SecretKey { get; init; }

    /// <summary>The name of the process. Its orders have the client ids <c>bulk-{Name}-{0…}</c> and <c>single-{Name}-{0…}</c>.</summary>
    public required string Name { get; init; }

    public required int BulkOrders { get; init; }

    public required int SingleOrders { get; init; }

    public required TimeSpan SingleEvery { get; init; }

    public required TimeSpan Window { get; init; }

    /// <summary>The name of the account that places orders, which several keys have in common.</summary>
    public required string Trader { get; init; }

    public required string TraderApiKey { get; init; }

    public required string TraderSecretKey { get; init; }

    /// <summary>The number of new orders.</summary>
    public int Placements { get; init; }

    public TimeSpan PlaceEvery { get; init; }

    /// <summary>The time by which the clock of the process is ahead. Negative if it is behind.</summary>
    public TimeSpan ClockOffset { get; init; }

    public static string BulkId(string name, int order) => $"bulk-{name}-{order}";

    public static string SingleId(string name, int order) => $"single-{name}-{order}";
}
