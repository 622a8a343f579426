using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Binance.AlgoOrders.Samples;

/// <summary>Formats each log message as one line, with the message of its exception instead of the stack trace.</summary>
internal sealed class OneLineFormatter() : ConsoleFormatter(FormatterName)
{
    public const string FormatterName = "one-line";

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        string message = $"{logEntry.LogLevel}: {logEntry.Formatter(logEntry.State, logEntry.Exception)}";
        if (logEntry.Exception is { } failure)
        {
            message += $": {failure.Message}";
        }

        textWriter.WriteLine(message.ReplaceLineEndings(" "));
    }
}
