using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Diagnostics.Tracing;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;

namespace Binance.AlgoOrders.IntegrationTests.Secrets;

/// <summary>
/// Listens to all that a process tells of its network: event sources at Verbose, spans, measurements, diagnostic listeners, and every exception
/// that is thrown, be it caught or not.
/// </summary>
internal sealed class Wiretap : EventListener, IObserver<DiagnosticListener>
{
    private readonly ConcurrentDictionary<(string Place, string Text), byte> _heard = new();
    private readonly ConditionalWeakTable<Exception, object> _thrown = [];
    private readonly ConcurrentQueue<IDisposable> _subscriptions = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();

    public Wiretap()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Hear,
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _measurements.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Hear(instrument, tags));
        _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear(instrument, tags));
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear(instrument, tags));
        _measurements.Start();
        AppDomain.CurrentDomain.FirstChanceException += Hear;
        _subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IEnumerable<(string Place, string Text)> Heard => _heard.Keys;

    public void Hear(string place, string? text) => _heard[(place, text ?? "")] = 0;

    public override void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Hear;
        _measurements.RecordObservableInstruments();
        _measurements.Dispose();
        _spans.Dispose();
        foreach (IDisposable subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        base.Dispose();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        // The exchange's own server runs in this process too.
        if (!value.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
        {
            _subscriptions.Enqueue(value.Subscribe(new PayloadListener(this, $"DiagnosticListener {value.Name}")));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error) => Hear("DiagnosticListener", error.ToString());

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal) || eventSource.Name.StartsWith("Private.InternalDiagnostics", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    // It may be called before the constructor of this class, but not of its fields, has run.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Hear($"{eventData.EventSource.Name}/{eventData.EventName}", $"{eventData.Message} {string.Join(' ', eventData.Payload?.Select(TextOf) ?? [])}");

    // Every await throws it once more.
    private void Hear(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (_thrown.TryAdd(thrown.Exception, thrown))
        {
            Hear($"throwing of {thrown.Exception.GetType()}", thrown.Exception.ToString());
        }
    }

    private void Hear(Activity span)
    {
        Hear($"span of {span.Source.Name}", $"{span.DisplayName} {span.StatusDescription} {TextOf(span.TagObjects)} {TextOf(span.Baggage)}");
        foreach (ActivityEvent attempt in span.Events)
        {
            Hear($"span of {span.Source.Name}", $"{attempt.Name} {TextOf(attempt.Tags)}");
        }
    }

    private void Hear(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Hear($"meter {instrument.Meter.Name}", $"{instrument.Name} {instrument.Description} {TextOf(tags.ToArray())}");

    private static string TextOf<TValue>(IEnumerable<KeyValuePair<string, TValue>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private static string TextOf(object? value) => value switch
    {
        byte[] bytes => Encoding.Latin1.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private sealed class PayloadListener(Wiretap wiretap, string place) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => wiretap.Hear(
            place,
            $"{value.Key} {value.Value} {string.Join(' ', value.Value?.GetType().GetProperties().Select(property => Print(property.GetValue(value.Value))) ?? [])}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => wiretap.Hear(place, error.ToString());

        // A listener gets the message itself, and reads of it what it likes.
        private static string Print(object? value) => value is HttpRequestMessage { RequestUri: var address, Headers: var headers }
            ? $"{value} {address?.OriginalString} {headers}"
            : $"{value}";
    }
}
