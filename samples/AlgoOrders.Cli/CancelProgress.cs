using Spectre.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>Shows a progress bar on stderr, so that stdout can be piped. Shows nothing if stderr is not a terminal.</summary>
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
        bar.Value = value.Completed;
        bar.Description = $"{value.Completed} of {bar.MaxValue:0} done, {value.Inactive} inactive";
    }
}
