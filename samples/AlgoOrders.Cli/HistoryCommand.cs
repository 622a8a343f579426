using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>history</c>: lists a contract's past orders.</summary>
internal static class HistoryCommand
{
    private const int MaxDays = 90;

    public static Command Create()
    {
        Option<string?> symbol = Options.Symbol("The contract, such as BTCUSDT.", required: true);
        var days = new Option<int>("--days") { Description = "The number of days, 1 to 90.", DefaultValueFactory = _ => 7 };
        var command = new Command("history", "Lists the orders placed in the last days, in every status.") { symbol, days };
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            int count = parsed.GetValue(days);
            if (count is < 1 or > MaxDays)
            {
                throw new BadInputException($"--days must be 1 to {MaxDays}, but was {count}.");
            }

            var query = new AlgoOrderHistoryQuery(parsed.GetValue(symbol)!) { From = DateTimeOffset.UtcNow.AddDays(-count) };
            OrderOutput.Write(session, await session.Client.ListHistoryAsync(query, stop).ToListAsync(stop));
            return ExitCodes.Done;
        }));
        return command;
    }
}
