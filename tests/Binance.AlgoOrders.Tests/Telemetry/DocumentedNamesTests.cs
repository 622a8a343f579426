using System.Diagnostics;
using System.Reflection;
using System.Text.RegularExpressions;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Conventions;
using Binance.AlgoOrders.Tests.Readme;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.Tests.Telemetry;

/// <summary>Compares names, tags and event ids with the telemetry guide, because dashboards and alerts depend on them.</summary>
[Collection(nameof(ListeningTests))]
public sealed partial class DocumentedNamesTests : IDisposable
{
    private const string Document = "src/Binance.AlgoOrders/docs/telemetry.md";
    private static readonly MarkdownFile Tables = new(Document);
    private static readonly string Guide = File.ReadAllText(Path.Combine(SourceFolders.Root, Document));
    private readonly ListenedVenue _venue = new();

    [Fact]
    public void Every_instrument_is_in_the_guide() =>
        Assert.Equal(Tables.FirstColumn("instrument").Order(StringComparer.Ordinal), _venue.Instruments.Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Every_event_id_is_in_the_guide_with_its_level()
    {
        IEnumerable<string> documented = Tables.Table("event").Select(cells => $"{cells[0]} {cells[1]}");
        IEnumerable<string> defined = typeof(AlgoOrderClient).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
            .OfType<LoggerMessageAttribute>()
            .Select(message => $"{message.EventId} {message.Level}");
        Assert.Equal(documented.Order(StringComparer.Ordinal), defined.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Every_tag_of_spans_and_measurements_is_in_the_guide()
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(Fault.ExecuteThenDrop, Fault.Throttled1008);
        await _venue.EnsureCanceledAsync(stop);

        IEnumerable<string> ofSpans = TagsOfSpans().Select(tag => tag.Key);
        IEnumerable<string> ofMeasurements = _venue.Instruments
            .SelectMany(name => _venue.Measurements(name["binance.algo_orders.".Length..]))
            .SelectMany(measurement => measurement.Tags.Keys);
        Assert.All(ofSpans.Concat(ofMeasurements).Distinct(), AssertDocumented);
    }

    [Theory]
    [InlineData("succeeded")]
    [InlineData("unknown")]
    [InlineData("not_executed")]
    public async Task The_execution_of_an_attempt_is_named_as_in_the_guide(string execution)
    {
        SimulatedOrder stop = _venue.Account.Place();
        _venue.Exchange.Faults.Next(execution switch
        {
            "succeeded" => [],
            "unknown" => [Fault.ExecuteThenDrop],
            _ => [Fault.Throttled1008],
        });

        await _venue.EnsureCanceledAsync(stop);

        Activity span = Assert.Single(_venue.Spans);
        Assert.Equal(execution, span.Events.First().Tags.Single(tag => tag.Key == "binance.execution").Value);
        AssertDocumented(execution);
    }

    [Theory]
    [InlineData("canceled")]
    [InlineData("triggered")]
    [InlineData("ended")]
    [InlineData("not_found")]
    public async Task The_outcome_of_a_cancel_is_named_as_in_the_guide(string outcome)
    {
        SimulatedOrder stop = PlaceFor(outcome);

        await _venue.EnsureCanceledAsync(stop);

        Assert.Equal(outcome, Assert.Single(_venue.Spans).GetTagItem("binance.outcome"));
        AssertDocumented(outcome);
    }

    [Fact]
    public async Task An_invalid_response_is_named_as_in_the_guide()
    {
        _venue.Exchange.Faults.Next(Fault.Html200(executed: true));

        await _venue.EnsureCanceledAsync(_venue.Account.Place());

        Assert.Contains(TagsOfSpans(), tag => tag is { Key: "error.type", Value: "invalid_response" });
        AssertDocumented("invalid_response");
    }

    [Theory]
    [InlineData("cancel")]
    [InlineData("find")]
    [InlineData("list_open")]
    [InlineData("synchronize_clock")]
    [InlineData("warm_up")]
    public async Task Every_call_is_a_span_with_the_name_in_the_guide(string operation)
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
        AssertDocumented(operation);
    }

    [Fact]
    public void Every_operation_in_the_guide_is_a_method_of_the_client()
    {
        string[] cells = Tables.Table("tag").Single(row => row[0] == "`binance.operation`");
        IEnumerable<string> methods = typeof(AlgoOrderClient)
            .GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Where(method => method.Name.EndsWith("Async", StringComparison.Ordinal))
            .Select(method => Capital().Replace(method.Name[..^"Async".Length], "_$0").TrimStart('_').ToLowerInvariant());
        Assert.Equal(methods.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), cells[1].Split(", ").Select(name => name.Trim('`')).Order(StringComparer.Ordinal));
    }

    public void Dispose() => _venue.Dispose();

    private SimulatedOrder PlaceFor(string outcome)
    {
        // A canceled order cannot be queried any more 3 days after it was placed.
        SimulatedOrder stop = _venue.Account.Place(createdAt: _venue.Time.GetUtcNow().AddDays(-4));
        switch (outcome)
        {
            case "triggered":
                stop.Trigger();
                break;
            case "ended":
                stop = _venue.Account.Place();
                stop.Expire();
                break;
            case "not_found":
                stop.Cancel();
                break;
        }

        return stop;
    }

    private static void AssertDocumented(string name) => Assert.Contains($"`{name}`", Guide, StringComparison.Ordinal);

    private IEnumerable<KeyValuePair<string, object?>> TagsOfSpans() =>
        _venue.Spans.SelectMany(span => span.TagObjects.Concat(span.Events.SelectMany(attempt => attempt.Tags)));

    [GeneratedRegex("[A-Z]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Capital();
}
