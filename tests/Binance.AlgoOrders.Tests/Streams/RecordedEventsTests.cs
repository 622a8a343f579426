using Binance.AlgoOrders.Streams.Internal.Ordering;

namespace Binance.AlgoOrders.Tests.Streams;

public class RecordedEventsTests
{
    private static readonly string[] Final = ["FINISHED", "CANCELED", "REJECTED", "EXPIRED"];

    public static TheoryData<string> Names => [.. RecordedEvents.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_events_become_updates(string name)
    {
        RecordedEvents recorded = RecordedEvents.Load(name);
        Assert.Equal(recorded.Updates, RecordedEvents.Apply(new OrderTracker(), recorded.Messages));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Events_that_arrive_twice_become_updates_once(string name)
    {
        RecordedEvents recorded = RecordedEvents.Load(name);
        var tracker = new OrderTracker();

        Assert.Equal(recorded.Updates, RecordedEvents.Apply(tracker, recorded.Messages.SelectMany(message => new[] { message, message })));
        Assert.Empty(RecordedEvents.Apply(tracker, recorded.Messages));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void In_any_order_statuses_only_move_forward_and_the_final_one_comes_once(string name)
    {
        RecordedEvents recorded = RecordedEvents.Load(name);
        foreach (string[] messages in Permutations([.. recorded.Messages]))
        {
            var tracker = new OrderTracker();
            AlgoOrderUpdate[] updates = [.. messages.Select(message => tracker.Apply(RecordedEvents.Read(message), default)).OfType<AlgoOrderUpdate>()];

            Assert.Equal(RecordedEvents.Describe(updates[^1]), recorded.Updates[^1]);
            Assert.Single(updates, update => update.ChangesStatus && Final.Contains(update.Status.Text));
            Assert.Equal(updates.Count(update => update.ChangesStatus), updates.Where(update => update.ChangesStatus).Select(update => update.Status).Distinct().Count());
        }
    }

    private static IEnumerable<T[]> Permutations<T>(T[] items) => items.Length == 0
        ? [[]]
        : items.SelectMany((item, index) => Permutations([.. items[..index], .. items[(index + 1)..]]).Select(rest => (T[])[item, .. rest]));
}
