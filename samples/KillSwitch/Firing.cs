namespace Binance.AlgoOrders.Samples;

/// <summary>Cancels all orders of each contract and, beside that, one by one the orders that were open when the switch was armed.</summary>
internal sealed class Firing(AlgoOrderClient client, KillSwitchSettings settings, KillSwitchOutput output)
{
    /// <param name="singles">The cancels of the orders that were open when the switch was armed.</param>
    /// <param name="cause">The reason for firing.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<CancelAlgoOrderRequest> singles, string cause)
    {
        // Everything is sent before the first line is written, because a terminal may block. No cancel waits for a read of another one.
        (string Symbol, Task<CancelAllAlgoOrdersOutcome> Task)[] all = [.. settings.Symbols.Select(symbol => (symbol, CancelAllAsync(symbol)))];
        ILookup<string?, Task<OrderReport>> each = singles.Select(cancel => (cancel.Symbol, Task: CancelAsync(cancel))).ToLookup(single => single.Symbol, single => single.Task);

        output.WriteLine($"{cause}: canceling all algo orders of {string.Join(", ", settings.Symbols)}, within {settings.Deadline.TotalSeconds:0.###} s.");
        SymbolReport[] reports = await Task.WhenAll(all.Select(symbol => ReportAsync(symbol.Symbol, symbol.Task, each[symbol.Symbol])));
        return Conclude(reports);
    }

    // The methods are asynchronous, so that an exception of any kind belongs to the contract or the order that it is about.
    private async Task<CancelAllAlgoOrdersOutcome> CancelAllAsync(string symbol) =>
        await client.EnsureAllCanceledAsync(symbol, settings.Deadline, CancellationToken.None);

    private async Task<OrderReport> CancelAsync(CancelAlgoOrderRequest cancel)
    {
        try
        {
            return new OrderReport(cancel.Id, await client.EnsureCanceledAsync(cancel, CancellationToken.None), Error: null);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            return new OrderReport(cancel.Id, Outcome: null, failure);
        }
    }

    private async Task<SymbolReport> ReportAsync(string symbol, Task<CancelAllAlgoOrdersOutcome> all, IEnumerable<Task<OrderReport>> each)
    {
        OrderReport[] singles = await Task.WhenAll(each);
        SymbolReport report;
        try
        {
            CancelAllAlgoOrdersOutcome outcome = await all;
            report = new SymbolReport(symbol, outcome, outcome.LastError, singles);
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            report = new SymbolReport(symbol, all: null, failure, singles);
        }

        output.WriteLine(report.ToString());
        return report;
    }

    private int Conclude(SymbolReport[] reports)
    {
        if (!Array.TrueForAll(reports, report => report.IsClear))
        {
            output.WriteLine("NOT CLEAR: check the account.");
            return ExitCodes.NotClear;
        }

        if (Array.Exists(reports, report => report.MayHaveLiveChild))
        {
            output.WriteLine("TRIGGERED: no algo order is left, but check the child orders above.");
            return ExitCodes.Triggered;
        }

        output.WriteLine("All clear.");
        return ExitCodes.AllClear;
    }
}
