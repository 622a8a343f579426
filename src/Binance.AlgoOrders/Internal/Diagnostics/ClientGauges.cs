using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Internal.Diagnostics;

/// <summary>What a client knows of Binance's clock and limits, read when somebody asks. What is not known is not reported.</summary>
internal sealed class ClientGauges
{
    private const string Prefix = "binance.algo_orders.";

    // The weight is that of a minute: an older report tells nothing of now.
    private static readonly TimeSpan LifeOfAReport = TimeSpan.FromMinutes(1);

    private readonly KeyValuePair<string, object?>[] _tags;
    private readonly RequestLimits _limits;
    private readonly ServerClock _clock;
    private readonly TimeProvider _timeProvider;

    private ClientGauges(TelemetrySource source, RequestLimits limits, ServerClock clock, TimeProvider timeProvider)
    {
        _tags = [.. source.Tags()];
        (_limits, _clock, _timeProvider) = (limits, clock, timeProvider);
    }

    public static void Create(TelemetrySource source, RequestLimits limits, ServerClock clock, TimeProvider timeProvider)
    {
        var gauges = new ClientGauges(source, limits, clock, timeProvider);
        Meter meter = source.Meter;
        meter.CreateObservableGauge(Prefix + "weight.used", gauges.UsedWeight, "{weight}", "The address's weight of the minute, as Binance last reported it.");
        meter.CreateObservableGauge(Prefix + "clock.offset", gauges.Offset, "s", "How far Binance's clock is ahead of this machine's.");
        meter.CreateObservableGauge(Prefix + "clock.error", gauges.Error, "s", "The largest possible error of the offset, when it was measured.");
        meter.CreateObservableGauge(Prefix + "ban.remaining", gauges.BanRemaining, "s", "For how long nothing is sent, after a 429 or 418; 0: requests are sent.");
    }

    private IEnumerable<Measurement<int>> UsedWeight() => _limits.Report is { UsedWeight1Minute: { } weight, ReportedAt: { } reportedAt }
        && _timeProvider.GetUtcNow() - reportedAt < LifeOfAReport ? [new(weight, _tags)] : [];

    private IEnumerable<Measurement<double>> Offset() =>
        _clock.LastReading is null ? [] : [new((_clock.UtcNow - _timeProvider.GetUtcNow()).TotalSeconds, _tags)];

    private IEnumerable<Measurement<double>> Error() => _clock.LastReading is { } reading ? [new(reading.Error.TotalSeconds, _tags)] : [];

    private IEnumerable<Measurement<double>> BanRemaining() =>
        [new(_limits.Ban?.Left.TotalSeconds ?? 0, _tags)];
}
