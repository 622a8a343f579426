namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A client whose cancels are measured.</summary>
/// <param name="Name">The name in the tables.</param>
/// <param name="Create">Creates the client with a time limit for each attempt.</param>
internal sealed record TailVariant(string Name, Func<SimulatedNetwork, TimeSpan, ITailClient> Create)
{
    public const string HedgingName = "EnsureCanceledAsync";
    public const string NotHedgingName = "without hedging";
    public const string RetryingName = "timeout and retry";
    public const string LowerBoundName = "lower bound";

    public static IReadOnlyList<TailVariant> All { get; } =
    [
        new(HedgingName, (network, attemptTimeout) => new EnsuringClient(network, attemptTimeout, _ => { })),
        new(NotHedgingName, (network, attemptTimeout) => new EnsuringClient(network, attemptTimeout, EnsuringClient.WithoutHedging)),
        new(RetryingName, (network, attemptTimeout) => new RetryingClient(network, attemptTimeout)),
        new(LowerBoundName, (network, _) => new LowerBoundClient(network)),
    ];
}
