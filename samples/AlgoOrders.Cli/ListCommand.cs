using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>list</c>: lists the open orders.</summary>
internal static class ListCommand
{
    public static Command Create()
    {
        Option<string?> symbol = Options.Symbol("Only this contract, which costs a weight of 1 (all contracts: 40).");
        var command = new Command("list", "Lists the open orders.") { symbol };
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            OrderOutput.Write(session, await session.Client.ListOpenAsync(parsed.GetValue(symbol), stop));
            return ExitCodes.Done;
        }));
        return command;
    }
}
