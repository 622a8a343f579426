using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

/// <summary>A simulated exchange, a client of it from the container under the name "hedge", and listeners to all that the client tells.</summary>
internal sealed class ListenedVenue : IDisposable
{
    private readonly ServiceProvider _provider;
    private readonly ActivityListener _spanListener;
    private readonly MeterListener _meterListener = new();
    private readonly Activity _test = new Activity("test").Start();
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ConcurrentQueue<Measured> _measured = new();
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
            ActivityStopped = Keep,
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

    /// <summary>The spans of this client, as they ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _spans];

    /// <summary>The names of all instruments of this client.</summary>
    public IReadOnlyCollection<string> Instruments => _instruments;

    public IEnumerable<Measured> Measurements(string instrument)
    {
        _meterListener.RecordObservableInstruments();
        return _measured.Where(measured => measured.Instrument == "binance.algo_orders." + instrument);
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
        IMeterFactory ours = _provider.GetRequiredService<IMeterFactory>();
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Binance.AlgoOrders" && instrument.Meter.Scope == ours)
            {
                _instruments.Enqueue(instrument.Name);
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _meterListener.SetMeasurementEventCallback<double>(Keep);
        _meterListener.Start();
    }

    // Others may be at work in this process: what is ours belongs to the trace of this test.
    private void Keep(Activity span)
    {
        if (span.TraceId == _test.TraceId)
        {
            _spans.Enqueue(span);
        }
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state = null) =>
        _measured.Enqueue(new Measured(instrument.Name, value, tags.ToArray().ToDictionary(StringComparer.Ordinal)));

    internal sealed record Measured(string Instrument, double Value, IReadOnlyDictionary<string, object?> Tags);
}
