using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Readme;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Streams;

public sealed class StreamTelemetryTests : IDisposable
{
    private const string Meter = "Binance.AlgoOrders.Streams";
    private static readonly MarkdownFile Readme = new("src/Binance.AlgoOrders.Streams/README.md");
    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, long> _sums = new();
    private readonly string _account = Guid.NewGuid().ToString();

    public StreamTelemetryTests()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Meter)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
    }

    [Fact]
    public async Task Updates_deaths_and_the_present_state_are_counted()
    {
        await using var venue = StreamVenue.CreateLive(account: _account);
        SimulatedOrder stop = venue.Account.Place();
        venue.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, _sums["binance.stream.live "]);
        venue.Exchange.PushFaults.Drop();
        stop.Cancel();
        venue.Advance(TimeSpan.FromSeconds(10));
        await venue.Stream.DisposeAsync();

        Assert.Equal(0, _sums["binance.stream.live "]);
        Assert.Equal(1, _sums["binance.stream.deaths ConnectionClosed"]);
        Assert.Equal((1, 1), (_sums["binance.stream.updates pushed"], _sums["binance.stream.updates snapshot"]));
    }

    [Fact]
    public async Task Merged_updates_are_counted()
    {
        await using var venue = StreamVenue.CreateLive(options => options.BufferCapacity = 1, account: _account);
        SimulatedOrder stop = venue.Account.Place();
        stop.Cancel();
        venue.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(1, _sums["binance.stream.merged_updates "]);
        Assert.True(Assert.Single(venue.Updates).IsMerged);
    }

    [Fact]
    public async Task Every_instrument_is_in_the_readme()
    {
        await using var venue = StreamVenue.CreateLive(options => options.BufferCapacity = 1, account: _account);
        venue.Account.Place().Cancel();
        venue.Exchange.PushFaults.On("ACCOUNT_UPDATE").Drop();
        venue.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(Readme.FirstColumn("instrument").Order(StringComparer.Ordinal), _sums.Keys.Select(key => key.Split(' ')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_id_is_in_the_readme_with_its_level()
    {
        IEnumerable<string> defined = typeof(AlgoOrderStream).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId} {message.Level}");
        Assert.Equal(Readme.Table("event").Select(cells => $"{cells[0]} {cells[1]}").Order(StringComparer.Ordinal), defined.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("state", typeof(AlgoOrderStreamState))]
    public void Every_state_is_in_the_readme(string column, Type type) =>
        Assert.Equal(Enum.GetNames(type).Order(StringComparer.Ordinal), Readme.FirstColumn(column).Order(StringComparer.Ordinal));

    public void Dispose() => _listener.Dispose();

    private void Record(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Dictionary<string, object?> byName = new(tags.ToArray());
        if (Equals(byName["binance.account"], _account))
        {
            _sums.AddOrUpdate($"{instrument.Name} {byName.GetValueOrDefault("reason") ?? byName.GetValueOrDefault("source")}", value, (_, sum) => sum + value);
        }
    }
}
