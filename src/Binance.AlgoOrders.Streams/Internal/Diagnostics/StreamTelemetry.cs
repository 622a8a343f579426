using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Streams.Internal.Diagnostics;

/// <summary>
/// Writes the log and the metrics of one stream. Log category and meter are named <c>Binance.AlgoOrders.Streams</c>. Event ids and instrument names are part
/// of the public contract. Nothing contains a listen key.
/// </summary>
internal sealed partial class StreamTelemetry : IDisposable
{
    private const string SourceName = "Binance.AlgoOrders.Streams";

    private readonly ILogger _logger;
    private readonly string _account;
    private readonly KeyValuePair<string, object?> _accountTag;
    private readonly Meter? _ownedMeter;
    private readonly UpDownCounter<int> _live;
    private readonly Counter<long> _deaths;
    private readonly Counter<long> _updates;
    private readonly Counter<long> _merged;

    /// <param name="account">The name of the client, or an empty text for the client without a name.</param>
    /// <param name="meterFactory">The container's meter factory, or null for a meter that the telemetry owns.</param>
    /// <param name="loggerFactory">The factory of the log, or null for no log.</param>
    public StreamTelemetry(string account, IMeterFactory? meterFactory, ILoggerFactory? loggerFactory)
    {
        _logger = loggerFactory?.CreateLogger(SourceName) ?? NullLogger.Instance;
        _account = account;
        _accountTag = new("binance.account", account);
        Meter meter = meterFactory?.Create(new MeterOptions(SourceName)) ?? (_ownedMeter = new Meter(SourceName));
        _live = meter.CreateUpDownCounter<int>("binance.stream.live", "{stream}", "1 while the stream is live, else 0.");
        _deaths = meter.CreateCounter<long>("binance.stream.deaths", "{death}", "The number of connections that were given up, by reason.");
        _updates = meter.CreateCounter<long>("binance.stream.updates", "{update}", "The number of updates, by source.");
        _merged = meter.CreateCounter<long>("binance.stream.merged_updates", "{update}", "The number of updates that slow readers got merged with a later one.");
    }

    public void RecordUpdate(AlgoOrderUpdate update)
    {
        string source = update.Source switch
        {
            AlgoOrderUpdateSource.Pushed => "pushed",
            _ => "snapshot",
        };
        _updates.Add(1, _accountTag, new("source", source));
    }

    public void RecordMerged() => _merged.Add(1, _accountTag);

    /// <summary>Records a change of the status.</summary>
    public void RecordStatus(AlgoOrderStreamStatus before, AlgoOrderStreamStatus after)
    {
        int change = Convert.ToInt32(after.State == AlgoOrderStreamState.Live) - Convert.ToInt32(before.State == AlgoOrderStreamState.Live);
        if (change != 0)
        {
            _live.Add(change, _accountTag);
        }

        switch (after.State)
        {
            case AlgoOrderStreamState.Live:
                LogLive(_account);
                break;
            case AlgoOrderStreamState.Dead when after.Reason == AlgoOrderStreamReason.Disposed:
                LogDisposed(_account);
                break;
            case AlgoOrderStreamState.Dead:
                _deaths.Add(1, _accountTag, new("reason", after.Reason.ToString()));
                LogDead(_account, after.Reason, after.Failure);
                break;
            case AlgoOrderStreamState.Behind when after.Reason != AlgoOrderStreamReason.SnapshotPending:
                LogBehind(_account, after.Reason, after.Failure);
                break;
        }
    }

    public void RecordEndFailed(Exception failure) => LogEndFailed(_account, failure);

    public void RecordLookupFailed(Exception failure) => LogLookupFailed(_account, failure);

    public void Dispose() => _ownedMeter?.Dispose();

    [LoggerMessage(201, LogLevel.Information, "Stream '{Account}' is live")]
    private partial void LogLive(string account);

    [LoggerMessage(202, LogLevel.Warning, "Stream '{Account}' is dead: {Reason}. It reconnects, and reports every order that has changed meanwhile")]
    private partial void LogDead(string account, AlgoOrderStreamReason reason, Exception? failure);

    [LoggerMessage(203, LogLevel.Warning, "Stream '{Account}' is behind: {Reason}. Updates arrive, but others may be missing")]
    private partial void LogBehind(string account, AlgoOrderStreamReason reason, Exception? failure);

    [LoggerMessage(204, LogLevel.Information, "Stream '{Account}' has been disposed")]
    private partial void LogDisposed(string account);

    [LoggerMessage(205, LogLevel.Warning, "The listen key of stream '{Account}' was not ended. It expires within 60 minutes")]
    private partial void LogEndFailed(string account, Exception failure);

    [LoggerMessage(206, LogLevel.Warning, "An order that a call waits for was not queried in stream '{Account}'. The call waits for its next event")]
    private partial void LogLookupFailed(string account, Exception failure);
}
