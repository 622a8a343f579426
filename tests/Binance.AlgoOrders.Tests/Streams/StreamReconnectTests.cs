using Binance.AlgoOrders.Streams.Internal.Session;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Streams;

public class StreamReconnectTests
{
    [Fact]
    public async Task Pauses_between_failed_handshakes_grow_to_half_a_minute()
    {
        await using var venue = new StreamVenue(prepare: venue => Enumerable.Range(0, 20).ToList().ForEach(_ => venue.Connector.FailNext()));
        venue.Advance(TimeSpan.FromMinutes(5));

        TimeSpan[] pauses = [.. venue.Connector.Handshakes.Zip(venue.Connector.Handshakes.Skip(1), (first, second) => second.At - first.At)];
        Assert.InRange(pauses[0], TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(500));
        Assert.All(pauses[7..], pause => Assert.InRange(pause, TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(30)));
        Assert.True(pauses.Distinct().Count() > pauses.Length / 2);
    }

    [Fact]
    public async Task A_connection_that_lasted_is_followed_by_a_short_pause()
    {
        await using var venue = StreamVenue.CreateLive();
        for (int drop = 0; drop < 5; drop++)
        {
            venue.Advance(TimeSpan.FromMinutes(2));
            venue.Exchange.PushFaults.Drop();
            venue.Advance(TimeSpan.FromSeconds(1));
            Assert.True(venue.Stream.IsLive);
        }
    }

    [Fact]
    public async Task A_ban_is_waited_for()
    {
        await using var venue = new StreamVenue(prepare: venue =>
            venue.Exchange.Faults.On(SimulatedOperation.StartUserStream).Next(Fault.Banned418(TimeSpan.FromMinutes(3))));
        venue.Advance(TimeSpan.FromMinutes(2));
        Assert.Empty(venue.Connector.Handshakes);
        Assert.Equal(0, venue.Exchange.RequestsDuringBan);
        venue.Advance(TimeSpan.FromMinutes(2));

        Assert.True(venue.Stream.IsLive);
    }

    [Fact]
    public async Task A_connection_is_replaced_before_it_is_a_day_old_without_a_gap()
    {
        await using var venue = StreamVenue.CreateLive();
        SimulatedWebSocket first = Assert.Single(venue.Exchange.WebSockets);
        venue.Advance(StreamTimes.MaxAge);
        Assert.Equal(2, venue.Exchange.WebSockets.Count);
        venue.Account.Place(clientAlgoId: "during");
        venue.Advance(StreamTimes.Overlap + TimeSpan.FromSeconds(1));
        venue.Account.Place(clientAlgoId: "after");
        venue.Advance(TimeSpan.FromHours(1));

        Assert.Equal(["during NEW Pushed", "after NEW Pushed"], venue.UpdateTexts);
        Assert.NotEqual(first, Assert.Single(venue.Exchange.WebSockets));
        Assert.Equal(["Connecting", "Behind SnapshotPending", "Live"], venue.StatusTexts);
    }

    [Fact]
    public async Task An_old_connection_is_kept_if_its_replacement_fails()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Connector.FailNext();
        venue.Advance(StreamTimes.MaxAge + TimeSpan.FromSeconds(1));
        Assert.Single(venue.Exchange.WebSockets);
        venue.Advance(StreamTimes.ReplaceRetry + StreamTimes.Overlap);

        Assert.Equal(3, venue.Connector.Handshakes.Count);
        Assert.Equal(["Connecting", "Behind SnapshotPending", "Live"], venue.StatusTexts);
    }

    [Fact]
    public async Task Secrets_are_in_no_log_and_no_status()
    {
        await using var venue = StreamVenue.CreateLive();
        string key = (await venue.Time.RunAsync(venue.Client.StartUserStreamAsync(TestContext.Current.CancellationToken))).Value;
        venue.Connector.FailNext();
        venue.Exchange.PushFaults.Drop();
        venue.Advance(TimeSpan.FromMinutes(1));
        venue.Exchange.PushFaults.Freeze();
        venue.Advance(TimeSpan.FromMinutes(1));

        string shown = string.Join('\n', venue.Statuses) + venue.Logs;
        Assert.Contains("ConnectionFrozen", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(key, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(venue.Account.ApiKey, shown, StringComparison.Ordinal);
    }
}
