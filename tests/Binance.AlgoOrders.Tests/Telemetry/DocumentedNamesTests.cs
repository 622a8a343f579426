using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Conventions;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

/// <summary>Names, tags and event ids are what others build their dashboards and alarms on: the README has them all, and no other.</summary>
[Collection(nameof(ListeningTests))]
public sealed partial class DocumentedNamesTests : IDisposable
{
    private static readonly string Section = ReadSection();
    private readonly ListenedVenue _venue = new();

    [Fact]
    public void Every_instrument_is_in_the_README()
    {
        IEnumerable<string> documented = Instruments().Matches(Section).Select(row => row.Groups["name"].Value);
        Assert.Equal(documented.Order(StringComparer.Ordinal), _venue.Instruments.Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_event_id_is_in_the_README_with_its_level()
    {
        IEnumerable<string> documented = Events().Matches(Section).Select(row => $"{row.Groups["id"].Value} {row.Groups["level"].Value}");
        IEnumerable<string> defined = typeof(AlgoOrderClient).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId} {message.Level}");
        Assert.Equal(documented.Order(StringComparer.Ordinal), defined.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task No_span_or_measurement_has_a_tag_that_is_not_in_the_README()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop, Fault.Throttled1008);
        await _venue.EnsureCanceledAsync(stop);

        IEnumerable<string> ofSpans = _venue.Spans.SelectMany(span => span.TagObjects.Concat(span.Events.SelectMany(attempt => attempt.Tags))).Select(tag => tag.Key);
        IEnumerable<string> ofMeasurements = _venue.Instruments.SelectMany(name => _venue.Measurements(name["binance.algo_orders.".Length..])).SelectMany(measured => measured.Tags.Keys);
        Assert.All(ofSpans.Concat(ofMeasurements).Distinct(), tag => Assert.Contains($"`{tag}`", Section, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("find")]
    [InlineData("list_open")]
    [InlineData("synchronize_clock")]
    [InlineData("warm_up")]
    public async Task Every_call_is_a_span_under_the_name_in_the_README(string operation)
    {
        SimulatedOrder stop = _venue.Account.Place();
        CancellationToken token = TestContext.Current.CancellationToken;
        await (operation switch
        {
            "cancel" => _venue.Client.CancelAsync(CancelAlgoOrderRequest.ByAlgoId(stop.AlgoId), token),
            "find" => _venue.Client.FindAsync(AlgoOrderId.FromAlgoId(stop.AlgoId), token),
            "list_open" => _venue.Client.ListOpenAsync("BTCUSDT", token),
            "synchronize_clock" => _venue.Client.SynchronizeClockAsync(token),
            _ => _venue.Client.WarmUpAsync(token),
        });

        Activity span = Assert.Single(_venue.Spans);
        Assert.Equal($"binance.algo_orders.{operation}", span.OperationName);
        Assert.Contains($"`{operation}`", Section, StringComparison.Ordinal);
    }

    public void Dispose() => _venue.Dispose();

    private static string ReadSection()
    {
        string readme = File.ReadAllText(Path.Combine(SourceFolders.Root, "README.md"));
        int start = readme.IndexOf("## Telemetry\n", StringComparison.Ordinal);
        return readme[start..readme.IndexOf("\n## ", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex(@"^\| `(?<name>binance\.algo_orders\.[a-z_.]+)` \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Instruments();

    [GeneratedRegex(@"^\| (?<id>\d+) \| (?<level>\w+) \|", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Events();
}
