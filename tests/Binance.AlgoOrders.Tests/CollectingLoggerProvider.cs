using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests;

/// <summary>Records all log entries with texts, states, scopes and exceptions.</summary>
internal sealed class CollectingLoggerProvider : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _lines = new();
    private readonly ConcurrentQueue<(LogLevel Level, int Id)> _events = new();

    public IReadOnlyList<(LogLevel Level, int Id)> Events => [.. _events];

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Add(state);
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _events.Enqueue((logLevel, eventId.Id));
        _lines.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{logLevel} {eventId}: {formatter(state, exception)} {exception}"));
        Add(state);
    }

    public override string ToString() => string.Join('\n', _lines);

    public void Dispose()
    {
    }

    private void Add(object? state)
    {
        _lines.Enqueue($"{state}");
        if (state is IEnumerable<KeyValuePair<string, object?>> values)
        {
            foreach ((string key, object? value) in values)
            {
                _lines.Enqueue($"{key}={value}");
            }
        }
    }
}
