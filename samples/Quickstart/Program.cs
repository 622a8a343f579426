using System.CommandLine;
using Binance.AlgoOrders;
using Binance.AlgoOrders.Samples;

var demo = new Option<bool>("--demo") { Description = "Cancel a real order on Binance's demo trading." };
var live = new Option<bool>("--live") { Description = "Cancel a real order on the live exchange." };
var algoId = new Option<long>("--algo-id") { Description = "The order's algoId (with --demo or --live)." };
var clientAlgoId = new Option<string?>("--client-algo-id") { Description = "The order's clientAlgoId (with --demo or --live)." };
var command = new RootCommand("Cancels stops on a simulated exchange over real HTTP, or one real order with --demo or --live.") { demo, live, algoId, clientAlgoId };
command.Validators.Add(result =>
{
    int exchanges = Given(demo) + Given(live);
    int ids = Given(algoId) + Given(clientAlgoId);
    if (exchanges == 2)
    {
        result.AddError("Choose one of --demo and --live.");
    }
    else if (exchanges == 1 && ids != 1)
    {
        result.AddError("Give exactly one of --algo-id N and --client-algo-id S.");
    }
    else if (exchanges == 0 && ids > 0)
    {
        result.AddError("--algo-id and --client-algo-id must be combined with --demo or --live.");
    }

    int Given(Option option) => result.GetResult(option) is { Implicit: false } ? 1 : 0;
});
command.SetAction((parsed, stop) =>
{
    if (!parsed.GetValue(demo) && !parsed.GetValue(live))
    {
        return SimulatedCancels.RunAsync(stop);
    }

    BinanceEnvironment environment = parsed.GetValue(live) ? BinanceEnvironment.Live : BinanceEnvironment.Demo;
    return RealCancel.RunAsync(environment, parsed.GetValue(algoId), parsed.GetValue(clientAlgoId), stop);
});

ParseResult arguments = command.Parse(args);
if (arguments.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync(error.Message);
    return RealCancel.BadInput;
}

return await arguments.InvokeAsync();
