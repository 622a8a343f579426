using System.CommandLine;
using System.Globalization;
using Binance.AlgoOrders;
using Binance.AlgoOrders.TruthCampaign;

var orders = new Option<int>("--orders") { Description = "The number of orders.", DefaultValueFactory = _ => 100_000 };
var seed = new Option<int>("--seed") { Description = "The seed of every random choice. The same seed runs the same scenarios.", DefaultValueFactory = _ => 1 };
var scenario = new Option<int?>("--scenario") { Description = "Run only the scenario with this number and report it in full." };
var redis = new Option<string?>("--redis") { Description = "host:port of a Redis server, through which the clients share their budgets." };
Require(orders, 1, 100_000_000);
Require(seed, 0, int.MaxValue);
Require(scenario, 0, int.MaxValue);
var command = new RootCommand("Cancels random orders under random faults and compares every claim of the client with the state of the exchange.") { orders, seed, scenario, redis };
command.SetAction(async (parsed, _) =>
{
    await using RedisBudgets? budgets = parsed.GetValue(redis) is { } address ? await RedisBudgets.ConnectAsync(address) : null;
    Func<TimeProvider, IRequestBudget>? createBudget = budgets is null ? null : budgets.Create;
    if (parsed.GetValue(scenario) is { } number)
    {
        ScenarioRun run = ScenarioRun.Run(ScenarioGenerator.Draw(parsed.GetValue(seed), number), createBudget);
        IEnumerable<string> found = FoundClaims.Of(run).SelectMany(claims => claims.Claims.Select(claim => $"{claims.Number}: {claim} [{claims.Situation}]"));
        Console.WriteLine(ScenarioReport.Create(run, number: -1, [.. found.Concat(GuaranteeChecker.Violations(run))]));
        return 0;
    }

    CampaignResult result = await Campaign.RunAsync(parsed.GetValue(seed), parsed.GetValue(orders), createBudget);
    Console.WriteLine(Table.Of(result));
    IEnumerable<string> reports = result.LieReports.Texts.Concat(result.ViolationReports.Texts);
    if (result.HasTooManyUnknown)
    {
        reports = reports.Concat(result.UnknownReports.Texts);
    }

    foreach (string report in reports)
    {
        Console.WriteLine(report);
    }

    return result.HasPassed ? 0 : 1;
});

ParseResult arguments = command.Parse(args);
if (arguments.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

return await arguments.InvokeAsync();

static void Require(Option option, int min, int max) => option.Validators.Add(result =>
{
    if (result.Tokens is [var token]
        && !(int.TryParse(token.Value, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= min && value <= max))
    {
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} must be a number from {min} to {max}, but was '{token.Value}'."));
    }
});
