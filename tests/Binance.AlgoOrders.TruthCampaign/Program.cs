using System.CommandLine;
using System.Globalization;
using Binance.AlgoOrders;
using Binance.AlgoOrders.TruthCampaign;

var orders = new Option<int>("--orders") { Description = "How many orders take part.", DefaultValueFactory = _ => 100_000 };
var seed = new Option<int>("--seed") { Description = "Decides everything: the same seed plays the same scenarios.", DefaultValueFactory = _ => 1 };
var scenario = new Option<int?>("--scenario") { Description = "Plays only the scenario of this number, and tells it." };
var redis = new Option<string?>("--redis") { Description = "host:port of a Redis: the clients share their budgets through it." };
Require(orders, 1, 100_000_000);
Require(seed, 0, int.MaxValue);
Require(scenario, 0, int.MaxValue);
var command = new RootCommand("Cancels random orders in random trouble, and compares every claim of the client with the exchange's truth.") { orders, seed, scenario, redis };
command.SetAction(async (parsed, _) =>
{
    await using RedisBudgets? budgets = parsed.GetValue(redis) is { } address ? await RedisBudgets.ConnectAsync(address) : null;
    Func<TimeProvider, IRequestBudget>? budgetOf = budgets is null ? null : budgets.Create;
    if (parsed.GetValue(scenario) is { } number)
    {
        PlayedScenario played = PlayedScenario.Play(ScenarioGenerator.Draw(parsed.GetValue(seed), number), budgetOf);
        IEnumerable<string> found = played.Calls.SelectMany(call => LieJudge.Lies(played.CancelsOf(call), call).Concat(PromiseJudge.Broken(call)));
        found = found.Concat(played.Places.SelectMany(call => PlaceJudge.Lies(call).Concat(PromiseJudge.Broken(call))));
        if (played.Bulk is { } bulk)
        {
            IEnumerable<string> ofItems = bulk.Items.Where(item => item.TimesTold > 0)
                .SelectMany(item => LieJudge.Lies(played.CancelsOf(item), item).Concat(PromiseJudge.Broken(item)));
            found = found.Concat(BulkJudge.Lies(bulk)).Concat(ofItems);
        }

        Console.WriteLine(Story.Tell(played, place: -1, [.. found.Concat(PromiseJudge.Broken(played))]));
        return 0;
    }

    CampaignResult result = await Campaign.RunAsync(parsed.GetValue(seed), parsed.GetValue(orders), budgetOf);
    Console.WriteLine(Table.Of(result));
    IEnumerable<string> stories = result.LieStories.Stories.Concat(result.BrokenPromiseStories.Stories);
    foreach (string story in result.HidesBehindUnknown ? stories.Concat(result.UnknownStories.Stories) : stories)
    {
        Console.WriteLine(story);
    }

    return result.IsGood ? 0 : 1;
});

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
        result.AddError(string.Create(CultureInfo.InvariantCulture, $"{option.Name} is a number from {least} to {most}, not '{token.Value}'."));
    }
});
