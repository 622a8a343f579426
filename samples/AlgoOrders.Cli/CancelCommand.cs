using System.CommandLine;

namespace Binance.AlgoOrders.Samples;

/// <summary><c>cancel</c>: cancels one or several orders and looks up every outcome that is not known.</summary>
internal static class CancelCommand
{
    public static Command Create()
    {
        var algoIds = new Argument<long[]>("ids") { Description = "The orders' ids at Binance.", Arity = ArgumentArity.ZeroOrMore };
        var clientAlgoIds = new Option<string[]>("--client-algo-id") { Description = "Your own id of an order; may be given several times." };
        Option<string?> symbol = Options.Symbol("The contract of all orders: adds a check of the open orders when Binance does not find one.");
        var command = new Command("cancel", "Cancels orders and reports the outcome of each.") { algoIds, clientAlgoIds, symbol };
        command.SetAction((parsed, stop) => Session.RunAsync(parsed, session =>
            CancelAsync(session, IdsOf(parsed.GetValue(algoIds) ?? [], parsed.GetValue(clientAlgoIds) ?? []), parsed.GetValue(symbol), stop)));
        return command;
    }

    private static AlgoOrderId[] IdsOf(long[] algoIds, string[] clientAlgoIds)
    {
        AlgoOrderId[] ids = [.. algoIds.Select(AlgoOrderId.FromAlgoId).Concat(clientAlgoIds.Select(AlgoOrderId.FromClientAlgoId)).Distinct()];
        return ids.Length > 0 ? ids : throw new BadInputException("Name the orders: cancel 2000000183677643 …, or cancel --client-algo-id my-stop-1.");
    }

    private static async Task<int> CancelAsync(Session session, AlgoOrderId[] ids, string? symbol, CancellationToken cancellationToken)
    {
        var items = new List<CancelManyResult>();
        try
        {
            await CancelProgress.ShowAsync(isShown: ids.Length > 1 && !session.IsJson, ids.Length, async progress =>
            {
                var options = new CancelManyOptions { Symbol = symbol, Progress = progress };
                await foreach (CancelManyResult item in session.Client.CancelManyAsync(ids, options, cancellationToken))
                {
                    items.Add(item);
                }
            });
        }
        finally
        {
            OutcomeOutput.Write(session, [.. items.OrderBy(item => Array.IndexOf(ids, item.Id))]);
        }

        return ExitCodes.Of(items.TrueForAll(item => item.IsInactive));
    }
}
