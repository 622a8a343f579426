using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>A live bar on stderr, so that stdout stays what a pipe wants; none where stderr is no terminal.</summary>
internal sealed class CancelProgress(ProgressTask bar) : IProgress<CancelManyProgress>
{
    public static Task ShowAsync(bool isShown, int orders, Func<IProgress<CancelManyProgress>?, Task> work)
    {
        if (!isShown || Console.IsErrorRedirected)
        {
            return work(null);
        }

        IAnsiConsole terminal = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return terminal.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new SpinnerColumn())
            .StartAsync(context => work(new CancelProgress(context.AddTask("canceling", maxValue: orders))));
    }

    public void Report(CancelManyProgress value)
    {
        bar.Value = value.Done;
        bar.Description = $"{value.Done} of {bar.MaxValue:0} done, {value.Inactive} inactive";
    }
}
