using System.Text;
using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>Each death of a connection is found in time, has its reason, and is followed by a new connection.</summary>
public class StreamDeathTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    // The death is found within 15 seconds.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_frozen_connection_is_found()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Exchange.PushFaults.Freeze();

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.ConnectionFrozen);
    }

    [Fact]
    public async Task A_dropped_connection_is_found()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Exchange.PushFaults.Drop();

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.ConnectionClosed);
    }

    [Fact]
    public async Task A_closed_connection_is_found()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Exchange.WebSockets[0].Close();

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.ConnectionClosed);
    }

    [Fact]
    public async Task A_key_that_was_ended_elsewhere_is_found()
    {
        await using var venue = StreamVenue.CreateLive();
        await venue.Time.RunAsync(venue.Client.EndUserStreamAsync(TestContext.Current.CancellationToken));

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.KeyExpired);
    }

    [Fact]
    public async Task A_key_that_was_replaced_elsewhere_is_found()
    {
        await using var venue = StreamVenue.CreateLive();
        await venue.Time.RunAsync(venue.Client.EndUserStreamAsync(TestContext.Current.CancellationToken));
        await venue.Time.RunAsync(venue.Client.StartUserStreamAsync(TestContext.Current.CancellationToken));

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.KeyExpired);
    }

    [Fact]
    public async Task A_key_that_expires_is_reported_by_its_event()
    {
        await using var venue = StreamVenue.CreateLive(options => options.KeyInterval = TimeSpan.FromMinutes(30));
        venue.Exchange.Faults.On(SimulatedOperation.ExtendUserStream).Next(1000, Fault.Respond(200, "{}", executed: false));
        venue.Advance(TimeSpan.FromMinutes(60) - Second);
        Assert.True(venue.Stream.IsLive, string.Join(", ", venue.Statuses));

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.KeyExpired);
    }

    [Fact]
    public async Task A_key_is_extended_all_day()
    {
        await using var venue = StreamVenue.CreateLive(options => (options.KeyInterval, options.SnapshotInterval) = (TimeSpan.FromMinutes(30), TimeSpan.FromHours(1)));
        venue.Advance(TimeSpan.FromHours(12));

        Assert.Equal(["Connecting", "Behind SnapshotPending", "Live"], venue.StatusTexts);
        Assert.Single(venue.Connector.Handshakes);
    }

    [Fact]
    public async Task A_key_that_cannot_be_confirmed_makes_the_stream_fall_behind_until_it_can()
    {
        await using var venue = StreamVenue.CreateLive();
        venue.Exchange.Faults.On(SimulatedOperation.ExtendUserStream).Next(1000, Fault.HtmlForbidden403);
        venue.Advance(30 * Second);
        venue.Exchange.Faults.Clear();
        venue.Advance(30 * Second);

        Assert.Equal(["Behind KeyNotConfirmed", "Live"], venue.StatusTexts.Skip(3));
        Assert.IsType<BinanceApiException>(venue.Statuses[^2].Failure);
        Assert.Single(venue.Connector.Handshakes);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"e":"ALGO_UPDATE","o":{"aid":"x","X":"CANCELED"}}""")]
    public async Task A_message_that_cannot_be_read_ends_the_connection_without_an_update(string text)
    {
        await using var venue = new StreamVenue(prepare: venue => venue.Connector.FirstMessages.Enqueue(new StreamMessage(StreamMessageKind.Text, Encoding.UTF8.GetBytes(text))));

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.InvalidMessage);
        Assert.Empty(venue.Updates);
    }

    [Fact]
    public async Task A_binary_message_or_one_that_is_too_long_ends_the_connection()
    {
        await using var venue = new StreamVenue(prepare: venue => venue.Connector.FirstMessages.Enqueue(new StreamMessage(StreamMessageKind.Invalid)));

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.InvalidMessage);
    }

    [Fact]
    public async Task Messages_that_are_unknown_are_ignored()
    {
        await using var venue = StreamVenue.CreateLive(prepare: venue =>
            venue.Connector.FirstMessages.Enqueue(new StreamMessage(StreamMessageKind.Text, Encoding.UTF8.GetBytes("""{"e":"A_NEW_EVENT"}"""))));

        Assert.Single(venue.Connector.Handshakes);
    }

    [Fact]
    public async Task A_handshake_that_hangs_ends_in_time()
    {
        await using var venue = new StreamVenue(prepare: venue => venue.Connector.HangNext());
        venue.Advance(Limit);

        Assert.Contains("Dead ConnectionFailed", venue.StatusTexts);
        Assert.IsType<TimeoutException>(venue.Statuses.First(status => status.State == AlgoOrderStreamState.Dead).Failure);
    }

    [Fact]
    public async Task A_key_that_cannot_be_started_is_reported()
    {
        await using var venue = new StreamVenue(prepare: venue => venue.Exchange.Faults.On(SimulatedOperation.StartUserStream).Next(Fault.HtmlForbidden403));

        AssertDiesAndRecovers(venue, AlgoOrderStreamReason.KeyNotStarted);
    }

    [Fact]
    public async Task A_snapshot_that_fails_is_repeated_while_updates_arrive()
    {
        await using var venue = new StreamVenue(prepare: venue => venue.Exchange.Faults.On(SimulatedOperation.ListOpen).Next(1000, Fault.HtmlForbidden403));
        venue.Advance(Second);
        venue.Account.Place(clientAlgoId: "a");
        venue.Advance(Limit);

        Assert.Equal(["a NEW Pushed"], venue.UpdateTexts);
        Assert.Equal((AlgoOrderStreamState.Behind, AlgoOrderStreamReason.SnapshotFailed), (venue.Stream.State, venue.Stream.Status.Reason));
        venue.Exchange.Faults.Clear();
        venue.Advance(Limit);
        Assert.True(venue.Stream.IsLive);
        Assert.Single(venue.Connector.Handshakes);
    }

    private static void AssertDiesAndRecovers(StreamVenue venue, AlgoOrderStreamReason reason)
    {
        venue.Advance(Limit);
        Assert.Contains($"Dead {reason}", venue.StatusTexts);
        venue.Advance(Limit);
        Assert.True(venue.Stream.IsLive, string.Join(", ", venue.StatusTexts));
    }
}
