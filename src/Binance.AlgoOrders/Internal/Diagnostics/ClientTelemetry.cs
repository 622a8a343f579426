using System.Diagnostics;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Records the spans, histograms and counters of one client. Creates and measures nothing without a listener.</summary>
internal sealed class ClientTelemetry
{
    private const string Prefix = "binance.algo_orders.";

    // OpenTelemetry's buckets for the duration of HTTP requests, in seconds.
    private static readonly InstrumentAdvice<double> Durations = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10] };
    private static readonly InstrumentAdvice<int> FewAttempts = new() { HistogramBucketBoundaries = [1, 2, 3, 4, 5, 7, 10, 15, 20] };

    private readonly TelemetrySource _source;
    private readonly TimeProvider _timeProvider;
    private readonly Histogram<double> _callDuration;
    private readonly Histogram<int> _callAttempts;
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _attemptDuration;
    private readonly Counter<long> _errors;

    public ClientTelemetry(TelemetrySource source, TimeProvider timeProvider)
    {
        (_source, _timeProvider) = (source, timeProvider);
        Meter meter = source.Meter;
        _callDuration = meter.CreateHistogram(Prefix + "call.duration", "s", "The duration of calls, including attempts and pauses.", tags: null, Durations);
        _callAttempts = meter.CreateHistogram(Prefix + "call.attempts", "{attempt}", "The number of requests of a call.", tags: null, FewAttempts);
        _outcomes = meter.CreateCounter<long>(Prefix + "call.outcomes", "{call}", "The number of calls by their outcome.");
        _attemptDuration = meter.CreateHistogram(Prefix + "attempt.duration", "s", "The duration of single requests.", tags: null, Durations);
        _errors = meter.CreateCounter<long>(Prefix + "attempt.errors", "{error}", "The number of requests to which Binance responded with an error, by its code.");
    }

    /// <summary>True if there is a listener for calls.</summary>
    public bool IsEnabled => _source.Spans.HasListeners() || _callDuration.Enabled || _callAttempts.Enabled || _outcomes.Enabled;

    public CallTelemetry Begin(string operation)
    {
        Activity? span = _source.Spans.StartActivity(Prefix + operation, ActivityKind.Client, parentContext: default, CallTags(operation));
        return new CallTelemetry(span, _timeProvider.GetTimestamp());
    }

    /// <param name="call">The call that <see cref="Begin"/> returned.</param>
    /// <param name="operation">The name of the operation.</param>
    /// <param name="outcome">The value of the tag <c>binance.outcome</c>.</param>
    /// <param name="errorType">The value of the tag <c>error.type</c>, or null if the call did not fail.</param>
    public void End(CallTelemetry call, string operation, string outcome, string? errorType)
    {
        TagList tags = CallTags(operation);
        tags.Add(TelemetryNames.Outcome, outcome);
        if (errorType is not null)
        {
            tags.Add(TelemetryNames.ErrorType, errorType);
        }

        _callDuration.Record(_timeProvider.GetElapsedTime(call.StartTimestamp).TotalSeconds, tags);
        _callAttempts.Record(call.Attempts, tags);
        _outcomes.Add(1, tags);
        call.Span?.SetTag(TelemetryNames.Outcome, outcome).SetTag(TelemetryNames.Attempts, call.Attempts);
        if (call.Hedges > 0)
        {
            call.Span?.SetTag(TelemetryNames.Hedged, true);
        }

        if (errorType is not null)
        {
            call.Span?.SetTag(TelemetryNames.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
        }

        call.Span?.Dispose();
    }

    /// <summary>Records an attempt that was sent.</summary>
    public void RecordAttempt(Attempt attempt)
    {
        if (_attemptDuration.Enabled || _errors.Enabled)
        {
            Record(attempt);
        }
    }

    private void Record(Attempt attempt)
    {
        TagList tags = AttemptTags.Of(attempt);
        foreach (KeyValuePair<string, object?> tag in _source.Tags())
        {
            tags.Add(tag);
        }

        _attemptDuration.Record(attempt.Duration.TotalSeconds, tags);
        if (attempt.Error is { } error)
        {
            tags.Add(TelemetryNames.ErrorCode, ErrorType.CodeOf(error.Code) ?? "other");
            _errors.Add(1, tags);
        }
    }

    private TagList CallTags(string operation)
    {
        TagList tags = _source.Tags();
        tags.Add(TelemetryNames.Operation, operation);
        return tags;
    }
}
