using System.CommandLine;
using Binance.AlgoOrders.Samples;

var arguments = new KillSwitchArguments();
ParseResult parsed = arguments.Command.Parse(args);
if (parsed.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync($"{error.Message} See --help.");
    return ExitCodes.BadInput;
}

// Ctrl-C and SIGTERM belong to the host: the parser would give the work two seconds, and then end the process.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
