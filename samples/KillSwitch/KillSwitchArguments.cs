using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary>Parses the command line.</summary>
internal sealed class KillSwitchArguments
{
    private const string Description = """
        Cancels all algo orders of the given contracts on Ctrl-C, SIGTERM or SIGHUP and reports the outcome of each.
        Exit codes: 0 all clear, 1 an order may be live, 2 bad input, 3 a child order may be live, 4 not armed and nothing canceled.
        """;

    private readonly Option<string?> _symbols = new("--symbols") { Description = "The contracts to clear, such as BTCUSDT,ETHUSDT (default: the configuration KillSwitch:Symbols)." };

    private readonly Option<TimeSpan> _deadline = new("--deadline")
    {
        Description = "The time for canceling and verifying, such as 20s (default).",
        CustomParser = Duration.Parse,
        DefaultValueFactory = _ => TimeSpan.FromSeconds(20),
    };

    private readonly Option<TimeSpan?> _deadMan = new("--dead-man")
    {
        Description = "Fire if no line arrives on stdin within this interval.",
        CustomParser = result => Duration.Parse(result),
    };

    private readonly Option<bool> _simulate = new("--simulate") { Description = "Use the built-in simulated exchange, with a few orders placed." };

    private readonly Option<string?> _environment = new("--environment")
    {
        Description = "The real exchange, with keys from BINANCE_API_KEY and BINANCE_SECRET_KEY.",
    };

    public KillSwitchArguments()
    {
        _environment.AcceptOnlyFromAmong("live", "demo", "testnet");
        Command = new RootCommand(Description)
        {
            _symbols, _deadline, _deadMan, _simulate, _environment,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetValue(_simulate) == (result.GetValue(_environment) is not null))
            {
                result.AddError("Choose one exchange: either --simulate, or --environment live, demo or testnet.");
            }
        });
        Command.SetAction((parsed, _) => KillSwitchHost.RunAsync(
            parsed.GetValue(_symbols),
            symbols => new KillSwitchSettings(symbols, parsed.GetValue(_deadline), parsed.GetValue(_deadMan)),
            EnvironmentOf(parsed.GetValue(_environment))));
    }

    public RootCommand Command { get; }

    private static BinanceEnvironment? EnvironmentOf(string? name) => name is null ? null : Enum.Parse<BinanceEnvironment>(name, ignoreCase: true);
}
