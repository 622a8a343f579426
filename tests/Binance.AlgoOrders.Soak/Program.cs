using System.CommandLine;
using System.Globalization;
using Binance.AlgoOrders.Soak;

var minutes = new Option<int>("--minutes") { Description = "The duration. Default 10.", DefaultValueFactory = _ => 10 };
var concurrency = new Option<int>("--concurrency") { Description = "The number of callers that share the client. Default 64.", DefaultValueFactory = _ => 64 };
var seed = new Option<int>("--seed") { Description = "The seed of calls, faults and cancellations. Default 1.", DefaultValueFactory = _ => 1 };
Require(minutes, 2, 24 * 60);
Require(concurrency, 1, 256);
Require(seed, 0, 1_000_000);
var command = new RootCommand("Drives one client under load against a failing exchange on loopback, and fails when a bound is broken.")
{
    minutes,
    concurrency,
    seed,
};
command.SetAction(async (parsed, _) =>
{
    var plan = new SoakPlan
    {
        Duration = TimeSpan.FromMinutes(parsed.GetValue(minutes)),
        Concurrency = parsed.GetValue(concurrency),
        Seed = parsed.GetValue(seed),
    };
    return await new SoakRun(plan, Console.Out).RunAsync() ? 0 : 1;
});

var calls = new Option<int>("--calls") { Description = "The number of calls. Default 100,000.", DefaultValueFactory = _ => 100_000 };
var callers = new Option<int>("--concurrency") { Description = "The number of callers. Default 200.", DefaultValueFactory = _ => 200 };
Require(calls, 1, 10_000_000);
Require(callers, 1, 10_000);
var deadlines = new Command("deadlines", "Makes calls that a silent peer lets time out, and fails when one in 10,000 exceeds its time limit by more than 50 ms.")
{
    calls,
    callers,
    seed,
};
deadlines.SetAction(async (parsed, _) =>
{
    var plan = new DeadlinePlan { Calls = parsed.GetValue(calls), Concurrency = parsed.GetValue(callers), Seed = parsed.GetValue(seed) };
    return await new DeadlineRun(plan, Console.Out).RunAsync() ? 0 : 1;
});
command.Add(deadlines);

ParseResult arguments = command.Parse(args);
if (arguments.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

return await arguments.InvokeAsync();

static void Require(Option option, int least, int most) => option.Validators.Add(result =>
{
    if (result.Tokens is [var token]
        && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= least && value <= most))
    {
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be a number from {least} to {most}, but was '{token.Value}'."));
    }
});
