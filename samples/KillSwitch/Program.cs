using System.CommandLine;
using Binance.AlgoOrders.Samples;

var arguments = new KillSwitchArguments();
ParseResult parsed = arguments.Command.Parse(args);
if (parsed.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync($"{error.Message} See --help.");
    return ExitCodes.BadInput;
}

// The host handles Ctrl-C and SIGTERM. The parser would end the process after two seconds.
return await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = null });
