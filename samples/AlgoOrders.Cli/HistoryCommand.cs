using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>history</c>: the orders of a contract's past.</summary>
internal static class HistoryCommand
{
    private const int MostDays = 90;

    public static Command Create()
    {
        Option<string?> symbol = Options.Symbol("The contract, such as BTCUSDT.", required: true);
        var days = new Option<int>("--days") { Description = "How many days back, 1 to 90.", DefaultValueFactory = _ => 7 };
        var command = new Command("history", "Lists the orders that were placed in the last days, whatever became of them.") { symbol, days };
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            int back = parsed.GetValue(days);
            if (back is < 1 or > MostDays)
            {
                throw new BadInputException($"--days is 1 to {MostDays}, not {back}.");
            }

            var query = new AlgoOrderHistoryQuery(parsed.GetValue(symbol)!) { From = DateTimeOffset.UtcNow.AddDays(-back) };
            OrderOutput.Write(session, await session.Client.ListHistoryAsync(query, stop).ToListAsync(stop));
            return ExitCodes.Done;
        }));
        return command;
    }
}
