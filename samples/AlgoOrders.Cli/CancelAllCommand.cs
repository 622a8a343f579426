using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>cancel-all</c>: cancels all algo orders of a contract and verifies the result.</summary>
internal static class CancelAllCommand
{
    public static Command Create()
    {
        Option<string?> symbol = Options.Symbol("The contract, such as BTCUSDT.", required: true);
        var command = new Command("cancel-all", "Cancels all algo orders of a contract and reports the outcome of each.") { symbol };
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, async session =>
        {
            CancelAllAlgoOrdersOutcome outcome = await session.Client.EnsureAllCanceledAsync(parsed.GetValue(symbol)!, stop);
            OutcomeOutput.Write(session, outcome);
            return ExitCodes.Of(outcome.IsClear && outcome.Orders.All(item => item.IsInactive));
        }));
        return command;
    }
}
