using System.CommandLine;
using Binance.AlgoOrders.Samples;

ParseResult arguments = SimulatorOptions.CreateCommand(SimulatorRun.RunAsync).Parse(args);
if (arguments.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync(error.Message);
    return 2;
}

return await arguments.InvokeAsync();
