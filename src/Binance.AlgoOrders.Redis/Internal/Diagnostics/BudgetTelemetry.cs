using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Redis.Internal.Diagnostics;

/// <summary>
/// Writes the log and the metrics of one budget. Log category and meter are named <c>Binance.AlgoOrders.Redis</c>. Event ids and instrument names are
/// part of the public contract. No log message contains an API key.
/// </summary>
internal sealed partial class BudgetTelemetry : IDisposable
{
    private const string SourceName = "Binance.AlgoOrders.Redis";

    private readonly ILogger _logger;
    private readonly string _budget;
    private readonly int _localShare;
    private readonly Meter? _ownedMeter;
    private readonly Counter<long> _syncs;
    private readonly Counter<long> _degradations;
    private readonly Counter<long> _rejoins;
    private readonly Counter<long> _localWeight;
    private readonly UpDownCounter<int> _degraded;
    private readonly KeyValuePair<string, object?> _nameTag;
    private string? _reason;

    /// <param name="name">The value of the metrics' <c>budget</c> tag.</param>
    /// <param name="budget">The name of the budget in log messages.</param>
    /// <param name="localShare">The weight per minute that bulk cancels of the process may consume without Redis.</param>
    /// <param name="meterFactory">The container's meter factory, or null for a meter that the telemetry owns.</param>
    /// <param name="loggerFactory">The container's logger factory, or null for no log.</param>
    public BudgetTelemetry(string name, string budget, int localShare, IMeterFactory? meterFactory, ILoggerFactory? loggerFactory)
    {
        _logger = loggerFactory?.CreateLogger(SourceName) ?? NullLogger.Instance;
        (_budget, _localShare) = (budget, localShare);
        _nameTag = new("budget", name);
        Meter meter = meterFactory?.Create(new MeterOptions(SourceName)) ?? (_ownedMeter = new Meter(SourceName));
        _syncs = meter.CreateCounter<long>("binance.budget.syncs", "{sync}", "Synchronizations with Redis. Outcome: in_time, late, failed.");
        _degradations = meter.CreateCounter<long>("binance.budget.degradations", "{degradation}", "Changes from the shared budget to the local share.");
        _rejoins = meter.CreateCounter<long>("binance.budget.rejoins", "{rejoin}", "Changes from the local share back to the shared budget.");
        _localWeight = meter.CreateCounter<long>("binance.budget.local_weight", "{weight}", "Weight consumed without a lease while Redis did not respond.");
        _degraded = meter.CreateUpDownCounter<int>("binance.budget.degraded", "{budget}", "1 while the budget is not shared, else 0.");
    }

    public void RecordCompletedSync(bool isLate) => RecordSync(isLate ? "late" : "in_time");

    public void RecordFailedSync() => RecordSync("failed");

    /// <summary>Logs the cause of a failure while the budget is not shared, if an error of Redis names another one than before.</summary>
    public void RecordCause(Exception failure)
    {
        if (FailureReason.FindError(failure) is { } reason && reason != _reason)
        {
            _reason = reason;
            LogDegraded(_budget, reason, _localShare, failure);
        }
    }

    public void RecordLocalWeight(int weight) => _localWeight.Add(weight, _nameTag);

    public void RecordDegraded(Exception? failure)
    {
        _degradations.Add(1, _nameTag);
        _degraded.Add(1, _nameTag);
        _reason = FailureReason.Of(failure);
        LogDegraded(_budget, _reason, _localShare, failure);
    }

    public void RecordRejoined()
    {
        _rejoins.Add(1, _nameTag);
        _degraded.Add(-1, _nameTag);
        LogRejoined(_budget);
    }

    public void RecordNotSubscribed(Exception failure) => LogNotSubscribed(_budget, FailureReason.Of(failure), failure);

    public void RecordSubscribed() => LogSubscribed(_budget);

    public void Dispose() => _ownedMeter?.Dispose();

    private void RecordSync(string outcome) => _syncs.Add(1, _nameTag, new("outcome", outcome));

    [LoggerMessage(
        101,
        LogLevel.Warning,
        "Budget '{Budget}' is not shared: {Reason}. Until that ends, bulk cancels of this process are limited to weight {LocalShare} per minute and new orders to the same share of their limits, single cancels are not limited")]
    private partial void LogDegraded(string budget, string reason, int localShare, Exception? failure);

    [LoggerMessage(102, LogLevel.Information, "Budget '{Budget}' is shared again")]
    private partial void LogRejoined(string budget);

    [LoggerMessage(
        103,
        LogLevel.Warning,
        "The channels of budget '{Budget}' could not be subscribed to: {Reason}. Bans that other processes receive are read from Redis instead, four times a second")]
    private partial void LogNotSubscribed(string budget, string reason, Exception failure);

    [LoggerMessage(104, LogLevel.Information, "The channels of budget '{Budget}' are subscribed to")]
    private partial void LogSubscribed(string budget);
}
