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
/// Captures the network diagnostics of a process: event sources at Verbose, spans, measurements, diagnostic listeners, and every thrown
/// exception, caught or not.
/// </summary>
internal sealed class ProcessCapture : EventListener, IObserver<DiagnosticListener>
{
    private readonly ConcurrentDictionary<(string Place, string Text), byte> _texts = new();
    private readonly ConditionalWeakTable<Exception, object> _thrown = [];
    private readonly ConcurrentQueue<IDisposable> _subscriptions = new();
    private readonly ActivityListener _spans;
    private readonly MeterListener _measurements = new();

    public ProcessCapture()
    {
        _spans = new ActivityListener
        {
            ShouldListenTo = static _ => true,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Record,
        };
        ActivitySource.AddActivityListener(_spans);
        _measurements.InstrumentPublished = static (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        _measurements.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Record(instrument, tags));
        _measurements.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Record(instrument, tags));
        _measurements.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Record(instrument, tags));
        _measurements.Start();
        AppDomain.CurrentDomain.FirstChanceException += Record;
        _subscriptions.Enqueue(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IEnumerable<(string Place, string Text)> Texts => _texts.Keys;

    public void Record(string place, string? text) => _texts[(place, text ?? "")] = 0;

    public override void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Record;
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
        // The server of the exchange runs in this process too.
        if (!value.Name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal))
        {
            _subscriptions.Enqueue(value.Subscribe(new PayloadListener(this, $"DiagnosticListener {value.Name}")));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error) => Record("DiagnosticListener", error.ToString());

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name.StartsWith("System.Net", StringComparison.Ordinal) || eventSource.Name.StartsWith("Private.InternalDiagnostics", StringComparison.Ordinal))
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    // The base constructor may call this before the constructor body has run, but after the field initializers.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
        Record($"{eventData.EventSource.Name}/{eventData.EventName}", $"{eventData.Message} {string.Join(' ', eventData.Payload?.Select(TextOf) ?? [])}");

    // Every await throws the same exception again.
    private void Record(object? sender, FirstChanceExceptionEventArgs thrown)
    {
        if (_thrown.TryAdd(thrown.Exception, thrown))
        {
            Record($"throwing of {thrown.Exception.GetType()}", thrown.Exception.ToString());
        }
    }

    private void Record(Activity span)
    {
        Record($"span of {span.Source.Name}", $"{span.DisplayName} {span.StatusDescription} {TextOf(span.TagObjects)} {TextOf(span.Baggage)}");
        foreach (ActivityEvent attempt in span.Events)
        {
            Record($"span of {span.Source.Name}", $"{attempt.Name} {TextOf(attempt.Tags)}");
        }
    }

    private void Record(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Record($"meter {instrument.Meter.Name}", $"{instrument.Name} {instrument.Description} {TextOf(tags.ToArray())}");

    private static string TextOf<TValue>(IEnumerable<KeyValuePair<string, TValue>> tags) => string.Join(' ', tags.Select(tag => $"{tag.Key}={tag.Value}"));

    private static string TextOf(object? value) => value switch
    {
        byte[] bytes => Encoding.Latin1.GetString(bytes),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private sealed class PayloadListener(ProcessCapture capture, string place) : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value) => capture.Record(
            place,
            $"{value.Key} {value.Value} {string.Join(' ', value.Value?.GetType().GetProperties().Select(property => TextOfPayload(property.GetValue(value.Value))) ?? [])}");

        public void OnCompleted()
        {
        }

        public void OnError(Exception error) => capture.Record(place, error.ToString());

        // A listener receives the message and can read its address and headers.
        private static string TextOfPayload(object? value) => value is HttpRequestMessage { RequestUri: var address, Headers: var headers }
            ? $"{value} {address?.OriginalString} {headers}"
            : $"{value}";
    }
}
