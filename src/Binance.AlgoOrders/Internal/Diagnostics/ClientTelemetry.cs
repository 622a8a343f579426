using System.Diagnostics;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>One client's spans, histograms and counters. Without a listener, nothing is made and nothing is measured.</summary>
internal sealed class ClientTelemetry
{
    private const string Prefix = "binance.algo_orders.";

    // Those of OpenTelemetry for the duration of HTTP requests, in seconds.
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
        _callDuration = meter.CreateHistogram(Prefix + "call.duration", "s", "How long calls took, attempts and pauses included.", tags: null, Durations);
        _callAttempts = meter.CreateHistogram(Prefix + "call.attempts", "{attempt}", "How many requests calls took.", tags: null, FewAttempts);
        _outcomes = meter.CreateCounter<long>(Prefix + "call.outcomes", "{call}", "Calls by what came of them.");
        _attemptDuration = meter.CreateHistogram(Prefix + "attempt.duration", "s", "How long single requests took.", tags: null, Durations);
        _errors = meter.CreateCounter<long>(Prefix + "attempt.errors", "{error}", "Requests that were answered with an error of Binance's, by its code.");
    }

    /// <summary>Whether anybody wants to know of calls.</summary>
    public bool IsListenedTo => _source.Spans.HasListeners() || _callDuration.Enabled || _callAttempts.Enabled || _outcomes.Enabled;

    public CallObservation Begin(string operation)
    {
        Activity? span = _source.Spans.StartActivity(Prefix + operation, ActivityKind.Client, parentContext: default, CallTags(operation));
        return new CallObservation(span, _timeProvider.GetTimestamp());
    }

    /// <param name="call">What was begun.</param>
    /// <param name="operation">Its name.</param>
    /// <param name="outcome">What came of it, in a word.</param>
    /// <param name="errorType">Why it failed; null: it did not.</param>
    public void End(CallObservation call, string operation, string outcome, string? errorType)
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
        if (errorType is not null)
        {
            call.Span?.SetTag(TelemetryNames.ErrorType, errorType).SetStatus(ActivityStatusCode.Error);
        }

        call.Span?.Dispose();
    }

    /// <summary>Takes note of an attempt that was sent.</summary>
    public void AttemptEnded(Attempt attempt)
    {
        if (_attemptDuration.Enabled || _errors.Enabled)
        {
            Measure(attempt);
        }
    }

    private void Measure(Attempt attempt)
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
