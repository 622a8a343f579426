using Binance.AlgoOrders.Streams.Internal.Diagnostics;
using Binance.AlgoOrders.Testing;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>A simulated exchange with one account, a client and a stream of it, all on one virtual clock. A reader and a status reader collect everything.</summary>
internal sealed class StreamVenue : IAsyncDisposable
{
    private readonly ILoggerFactory _loggerFactory;

    public StreamVenue(Action<AlgoOrderStreamOptions>? configure = null, Action<StreamVenue>? prepare = null, string account = "main")
    {
        Exchange = new SimulatedExchange(Time, new SimulatedExchangeOptions { RejectsUnknownParameters = true });
        Account = Exchange.AddAccount();
        Client = AlgoOrderClient.Create(new AlgoOrderClientOptions { ApiKey = Account.ApiKey, SecretKey = Account.SecretKey }, Exchange.CreateHandler(), Time);
        Connector = new SimulatedConnector(Exchange, Time);
        _loggerFactory = LoggerFactory.Create(logging => logging.AddProvider(Logs).SetMinimumLevel(LogLevel.Trace));
        prepare?.Invoke(this);
        var options = new AlgoOrderStreamOptions();
        configure?.Invoke(options);
        Stream = new AlgoOrderStream(Client, options, Connector, new StreamTelemetry(account, meterFactory: null, _loggerFactory), Time);
        Reading = ReadAsync();
        _ = ReadStatusAsync();
    }

    public ManualTimeProvider Time { get; } = new();

    public SimulatedExchange Exchange { get; }

    public SimulatedAccount Account { get; }

    public AlgoOrderClient Client { get; }

    public SimulatedConnector Connector { get; }

    public AlgoOrderStream Stream { get; }

    /// <summary>The task of the reader, which ends with the stream.</summary>
    public Task Reading { get; }

    public List<AlgoOrderUpdate> Updates { get; } = [];

    public List<AlgoOrderStreamStatus> Statuses { get; } = [];

    public CollectingLoggerProvider Logs { get; } = new();

    /// <summary>The updates as client id, status and source.</summary>
    public IEnumerable<string> UpdateTexts => Updates.Select(update => $"{update.Order.ClientAlgoId} {update.Status} {update.Source}");

    /// <summary>The states, with the reasons of those that have one.</summary>
    public IEnumerable<string> StatusTexts => Statuses.Select(status => status.Reason == AlgoOrderStreamReason.None ? $"{status.State}" : $"{status.State} {status.Reason}");

    public static StreamVenue CreateLive(Action<AlgoOrderStreamOptions>? configure = null, Action<StreamVenue>? prepare = null, string account = "main")
    {
        var venue = new StreamVenue(configure, prepare, account);
        venue.Advance(TimeSpan.FromSeconds(1));
        Assert.True(venue.Stream.IsLive);
        return venue;
    }

    public void Advance(TimeSpan by) => Time.Advance(by);

    public async ValueTask DisposeAsync()
    {
        await Stream.DisposeAsync();
        Client.Dispose();
        _loggerFactory.Dispose();
    }

    private async Task ReadAsync()
    {
        await foreach (AlgoOrderUpdate update in Stream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            Updates.Add(update);
        }
    }

    private async Task ReadStatusAsync()
    {
        await foreach (AlgoOrderStreamStatus status in Stream.ReadStatusAsync(TestContext.Current.CancellationToken))
        {
            Statuses.Add(status);
        }
    }
}
