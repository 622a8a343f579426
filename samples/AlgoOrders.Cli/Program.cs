using System.CommandLine;
using Binance.AlgoOrders.Samples;

var root = new RootCommand("Lists, places, moves and cancels algo orders of Binance USDⓈ-M Futures. Exit codes: 0 done, and inactive or protected, 1 failed, not inactive or not known to be protected, 2 bad input.")
{
    ListCommand.Create(),
    ShowCommand.Create(),
    CancelCommand.Create(),
    CancelAllCommand.Create(),
    PlaceCommand.Create(),
    ReplaceCommand.Create(),
    HistoryCommand.Create(),
};
GlobalOptions.AddTo(root);

ParseResult parsed = root.Parse(args);
if (parsed.Errors is [var error, ..])
{
    await Console.Error.WriteLineAsync($"{error.Message} See --help.");
    return ExitCodes.BadInput;
}

return await parsed.InvokeAsync();
