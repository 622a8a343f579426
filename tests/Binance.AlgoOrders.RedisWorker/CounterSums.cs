using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Binance.AlgoOrders.RedisWorker;

/// <summary>Adds up the measurements of the budget's meter.</summary>
internal sealed class CounterSums : IDisposable
{
    private readonly ConcurrentDictionary<string, long> _sums = new(StringComparer.Ordinal);
    private readonly MeterListener _listener = new();

    public CounterSums()
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Binance.AlgoOrders.Redis")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyDictionary<string, long> Read() => _sums.ToDictionary(StringComparer.Ordinal);

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string name = instrument.Name;
        foreach ((string key, object? tag) in tags)
        {
            if (key == "outcome")
            {
                name = $"{name}.{tag}";
            }
        }

        _sums.AddOrUpdate(name, value, (_, sum) => sum + value);
    }
}
