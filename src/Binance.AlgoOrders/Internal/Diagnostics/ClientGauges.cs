using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Limits;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>Reports the client's clock and limits when its gauges are read. Reports nothing that is not known.</summary>
internal sealed class ClientGauges
{
    private const string Prefix = "binance.algo_orders.";

    // Binance counts the weight of a minute, so that an older report says nothing about the present one.
    private static readonly TimeSpan MaxReportAge = TimeSpan.FromMinutes(1);

    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly RateLimitTracker _limits;
    private readonly ServerClock _clock;
    private readonly TimeProvider _timeProvider;

    private ClientGauges(TelemetrySource source, RateLimitTracker limits, ServerClock clock, TimeProvider timeProvider)
    {
        _tags = [.. source.Tags()];
        (_limits, _clock, _timeProvider) = (limits, clock, timeProvider);
    }

    public static void Create(TelemetrySource source, RateLimitTracker limits, ServerClock clock, TimeProvider timeProvider)
    {
        var gauges = new ClientGauges(source, limits, clock, timeProvider);
        Meter meter = source.Meter;
        meter.CreateObservableGauge(Prefix + "weight.used", gauges.UsedWeight, "{weight}", "The weight that the address has used in the current minute, as Binance last reported it.");
        meter.CreateObservableGauge(Prefix + "clock.offset", gauges.Offset, "s", "The time by which Binance's clock is ahead of this machine's.");
        meter.CreateObservableGauge(Prefix + "clock.error", gauges.Error, "s", "The largest possible error of the offset at the time of its measurement.");
        meter.CreateObservableGauge(Prefix + "ban.remaining", gauges.BanRemaining, "s", "The time for which nothing is sent after a 429 or 418. 0 if requests are sent.");
    }

    private IEnumerable<Measurement<int>> UsedWeight()
    {
        if (_limits.Report is { UsedWeight1Minute: { } weight, ReportedAt: { } reportedAt } && _timeProvider.GetUtcNow() - reportedAt < MaxReportAge)
        {
            yield return new(weight, _tags);
        }
    }

    private IEnumerable<Measurement<double>> Offset()
    {
        if (_clock.LastReading is not null)
        {
            yield return new((_clock.UtcNow - _timeProvider.GetUtcNow()).TotalSeconds, _tags);
        }
    }

    private IEnumerable<Measurement<double>> Error()
    {
        if (_clock.LastReading is { } reading)
        {
            yield return new(reading.Error.TotalSeconds, _tags);
        }
    }

    private IEnumerable<Measurement<double>> BanRemaining()
    {
        yield return new(_limits.Block?.Remaining.TotalSeconds ?? 0, _tags);
    }
}
