using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary>The command line.</summary>
internal sealed class KillSwitchArguments
{
    private readonly Option<string?> _symbols = new("--symbols") { Description = "The contracts to clear, such as BTCUSDT,ETHUSDT; or configure KillSwitch:Symbols." };

    private readonly Option<TimeSpan> _deadline = new("--deadline")
    {
        Description = "The time for canceling and verifying, such as 20s (the default).",
        CustomParser = Duration.Parse,
        DefaultValueFactory = _ => TimeSpan.FromSeconds(20),
    };

    private readonly Option<TimeSpan?> _deadMan = new("--dead-man")
    {
        Description = "Fire by itself unless a line arrives on stdin within each such interval.",
        CustomParser = result => Duration.Parse(result),
    };

    private readonly Option<bool> _simulate = new("--simulate") { Description = "Use the built-in simulated exchange, with a few orders placed." };

    private readonly Option<string?> _environment = new("--environment")
    {
        Description = "The exchange; keys come from BINANCE_API_KEY and BINANCE_SECRET_KEY.",
    };

    public KillSwitchArguments()
    {
        _environment.AcceptOnlyFromAmong("live", "demo", "testnet");
        Command = new RootCommand("Cancels all algo orders of the given contracts on Ctrl-C or SIGTERM, and says what became of each.")
        {
            _symbols, _deadline, _deadMan, _simulate, _environment,
        };
        Command.Validators.Add(result =>
        {
            if (result.GetValue(_simulate) == (result.GetValue(_environment) is not null))
            {
                result.AddError("Say where: either --simulate, or --environment live, demo or testnet.");
            }
        });
        Command.SetAction((parsed, _) => KillSwitchHost.RunAsync(
            parsed.GetValue(_symbols),
            symbols => new KillSwitchSettings(symbols, parsed.GetValue(_deadline), parsed.GetValue(_deadMan)),
            parsed.GetValue(_environment) is { } name ? Enum.Parse<BinanceEnvironment>(name, ignoreCase: true) : null));
    }

    public RootCommand Command { get; }
}
