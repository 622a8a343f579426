using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>show</c>: shows one order in full.</summary>
internal static class ShowCommand
{
    public static Command Create()
    {
        var id = new OrderIdOptions();
        var command = new Command("show", "Shows one order.");
        id.AddTo(command);
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            if (await session.Client.FindAsync(id.Read(parsed), stop) is { } order)
            {
                OrderOutput.WriteOne(session, order);
                return ExitCodes.Done;
            }

            await Console.Error.WriteLineAsync("Binance does not know the order: check the id and the account.");
            return ExitCodes.NotInactive;
        }));
        return command;
    }
}
