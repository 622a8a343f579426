using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

/// <summary>A simulated exchange, a client from the container with the name "hedge", and listeners to the spans, measurements and logs of the client.</summary>
internal sealed class ListenedVenue : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();
    private readonly Activity _test = new Activity("test").Start();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measurement> _measurements = new();
    private readonly ConcurrentQueue<string> _instruments = new();

    public ListenedVenue()
    {
        Exchange = new SimulatedExchange(Time);
        Account = Exchange.AddAccount();
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Logs));
        services.AddSingleton<TimeProvider>(Time);
        services
            .AddBinanceAlgoOrders("hedge", options => (options.ApiKey, options.SecretKey) = (Account.ApiKey, Account.SecretKey))
            .ConfigurePrimaryHttpMessageHandler(Exchange.CreateHandler);
        _provider = services.BuildServiceProvider();
        _spanListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Binance.AlgoOrders",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_spanListener);
        ListenToMeters();
        Client = _provider.GetRequiredKeyedService<AlgoOrderClient>("hedge");
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public AlgoOrderClient Client { get; }

    public CollectingLoggerProvider Logs { get; } = new();

    /// <summary>Gets the spans of this client in the order of their end.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>Gets the names of all instruments of this client.</summary>
    public IReadOnlyCollection<string> Instruments => _instruments;

    public IEnumerable<Measurement> Measurements(string instrument)
    {
        _meterListener.RecordObservableInstruments();
        return _measurements.Where(measurement => measurement.Instrument == "binance.algo_orders." + instrument);
    }

    public Task<CancelAlgoOrderOutcome> EnsureCanceledAsync(SimulatedOrder order, TimeSpan? timeout = null) =>
        Time.RunAsync(Client.EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(order.AlgoId) with { Timeout = timeout }, TestContext.Current.CancellationToken));

    public void Dispose()
    {
        _meterListener.Dispose();
        _spanListener.Dispose();
        _provider.Dispose();
        _test.Dispose();
        Logs.Dispose();
    }

    private void ListenToMeters()
    {
        IMeterFactory meterFactory = _provider.GetRequiredService<IMeterFactory>();
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Binance.AlgoOrders" && instrument.Meter.Scope == meterFactory)
            {
                _instruments.Enqueue(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<double>(Record);
        _meterListener.Start();
    }

    // Other tests may run in this process. The spans of this test belong to its trace.
    private void Record(Activity span)
    {
        if (span.TraceId == _test.TraceId)
        {
            _spans.Enqueue(span);
        }
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null) =>
        _measurements.Enqueue(new Measurement(instrument.Name, value, tags.ToArray().ToDictionary(StringComparer.Ordinal)));

    internal sealed record Measurement(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
}
