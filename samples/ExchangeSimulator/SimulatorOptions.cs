using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Net;

namespace Binance.AlgoOrders.Samples;

/// <summary>The options of the command line.</summary>
internal static class SimulatorOptions
{
    private static readonly Option<int> Port = Checked(
        new Option<int>("--port") { Description = "The port to listen on, or 0 for a free one.", DefaultValueFactory = _ => 8181 },
        static text => IsNumber(text, 0, 65535),
        "a number from 0 to 65535");

    private static readonly Option<string> Listen = Checked(
        new Option<string>("--listen") { Description = "The address to listen on. The page works on loopback only.", DefaultValueFactory = _ => "127.0.0.1" },
        static text => IPAddress.TryParse(text, out _),
        "an IP address such as 127.0.0.1");

    private static readonly Option<string> ApiKey = new("--api-key") { Description = "The API key of the account. Default: a random one." };

    private static readonly Option<string> SecretKey = new("--secret-key") { Description = "The secret key of the account. Default: a random one." };

    private static readonly Option<FileInfo> PublicKey = Checked(
        new Option<FileInfo>("--public-key") { Description = "A PEM file with the RSA or Ed25519 public key of the account, which then has no secret key." },
        File.Exists,
        "a file that exists");

    private static readonly Option<bool> HedgeMode = new("--hedge-mode") { Description = "Hold long and short positions side by side." };

    private static readonly Option<TimeSpan> ClockSkew = Checked(
        new Option<TimeSpan>("--clock-skew") { Description = "The time by which the exchange's clock is ahead, such as 00:00:01.5." },
        static text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out _),
        "a time such as 00:00:01.5");

    private static readonly Option<int> WeightLimit = Checked(
        new Option<int>("--weight-limit") { Description = "The request weight of a minute.", DefaultValueFactory = _ => 2400 },
        static text => IsNumber(text, 1, int.MaxValue),
        "a number of at least 1");

    private static readonly Option<TimeSpan> Lag = Checked(
        new Option<TimeSpan>("--lag") { Description = "The time for which queries and cancels do not find a new order, such as 00:00:02." },
        static text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && value >= TimeSpan.Zero,
        "a time such as 00:00:02");

    private static readonly Option<TimeSpan> Triggering = Checked(
        new Option<TimeSpan>("--triggering") { Description = "The time for which an order that the price triggers is TRIGGERING, such as 00:00:00.4." },
        static text => TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out TimeSpan value) && value >= TimeSpan.Zero,
        "a time such as 00:00:00.4");

    private static readonly Option<string[]> Walk = Checked(
        new Option<string[]>("--walk") { Description = "A contract whose price moves at random every second, such as BTCUSDT. May be given several times." },
        CommandFields.IsSymbol,
        "a symbol such as BTCUSDT");

    private static readonly Option<FileInfo> Faults = Checked(
        new Option<FileInfo>("--faults")
        {
            Description = "A JSON file with faults to arm, such as [{\"fault\":\"ExecuteThenDrop\",\"operation\":\"Cancel\",\"after\":1}]. The guide to testing describes it.",
        },
        File.Exists,
        "a file that exists");

    public static RootCommand CreateCommand(Func<SimulatorSettings, CancellationToken, Task<int>> run)
    {
        var command = new RootCommand("A simulated Binance futures exchange for algo orders, over HTTP.")
        {
            Port, Listen, ApiKey, SecretKey, PublicKey, HedgeMode, ClockSkew, WeightLimit, Lag, Triggering, Walk, Faults,
        };
        command.SetAction((parsed, stop) => run(Read(parsed), stop));
        return command;
    }

    private static SimulatorSettings Read(ParseResult parsed) => new()
    {
        Port = parsed.GetValue(Port),
        Listen = IPAddress.Parse(parsed.GetValue(Listen)!),
        ApiKey = parsed.GetValue(ApiKey),
        SecretKey = parsed.GetValue(SecretKey),
        PublicKey = parsed.GetValue(PublicKey),
        IsHedgeMode = parsed.GetValue(HedgeMode),
        ClockSkew = parsed.GetValue(ClockSkew),
        WeightLimit = parsed.GetValue(WeightLimit),
        Lag = parsed.GetValue(Lag),
        Triggering = parsed.GetValue(Triggering),
        Walks = parsed.GetValue(Walk) ?? [],
        Faults = parsed.GetValue(Faults),
    };

    private static bool IsNumber(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most;

    private static Option<T> Checked<T>(Option<T> option, Func<string, bool> isValid, string expected)
    {
        option.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens.Where(token => !isValid(token.Value)))
            {
                result.AddError($"{option.Name} must be {expected}, but was '{token.Value}'.");
            }
        });
        return option;
    }
}
