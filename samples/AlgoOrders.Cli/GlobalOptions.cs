using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary>The options that every command has.</summary>
internal static class GlobalOptions
{
    private static readonly Option<bool> Simulate = new("--simulate")
    {
        Description = "Use the built-in simulated exchange, with a few made-up orders.",
        Recursive = true,
    };

    private static readonly Option<string?> Environment = CreateEnvironment();

    public static Option<bool> Json { get; } = new("--json") { Description = "Write one JSON document to stdout and nothing else.", Recursive = true };

    public static void AddTo(RootCommand root)
    {
        root.Options.Add(Simulate);
        root.Options.Add(Environment);
        root.Options.Add(Json);
    }

    /// <returns>The real exchange, or null for the simulated one.</returns>
    /// <exception cref="BadInputException">Neither or both are given.</exception>
    public static BinanceEnvironment? ChosenEnvironment(ParseResult parsed)
    {
        string? name = parsed.GetValue(Environment);
        if (parsed.GetValue(Simulate) == (name is not null))
        {
            throw new BadInputException("Choose one exchange: either --simulate, or --environment live, demo or testnet.");
        }

        return name is null ? null : Enum.Parse<BinanceEnvironment>(name, ignoreCase: true);
    }

    private static Option<string?> CreateEnvironment()
    {
        var environment = new Option<string?>("--environment")
        {
            Description = "The real exchange, with keys from BINANCE_API_KEY and BINANCE_SECRET_KEY.",
            Recursive = true,
        };
        environment.AcceptOnlyFromAmong("live", "demo", "testnet");
        return environment;
    }
}
