using System.Globalization;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Testing.Internal;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>
/// Random changes of random orders while connections drop and freeze, events are lost, late, copied and swapped, and queries fail. Afterwards the stream must
/// have reported the true end of every order, each final status once, and no status after a later one.
/// </summary>
public class StreamTruthTests
{
    private const int Steps = 300;
    private const int RecoverySteps = 60;

    private static readonly string[] Statuses = ["NEW", "TRIGGERING", "TRIGGERED", "CANCELED", "EXPIRED", "REJECTED", "FINISHED"];
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, int.Parse(Environment.GetEnvironmentVariable("STREAM_SEEDS") ?? "12", CultureInfo.InvariantCulture))];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task In_a_random_world_every_order_ends_as_it_did_at_the_exchange(int seed)
    {
        var random = new SeededRandom(seed);
        await using var venue = new StreamVenue();
        for (int step = 0; step < Steps; step++)
        {
            Act(venue, random);
            venue.Advance(random.Below(4) * Second / 2);
        }

        venue.Exchange.Faults.Clear();
        venue.Exchange.PushFaults.Clear();
        venue.Connector.Clear();
        venue.Advance(RecoverySteps * 5 * Second);

        Assert.True(venue.Stream.IsLive, string.Join(Environment.NewLine, venue.StatusTexts.TakeLast(10)));
        Assert.NotEmpty(venue.Account.Orders);
        Assert.All(venue.Account.Orders, order => AssertTrue(order, [.. venue.Updates.Where(update => update.Order.AlgoId == order.AlgoId)]));
    }

    private static void AssertTrue(SimulatedOrder order, AlgoOrderUpdate[] updates)
    {
        int[] ranks = [.. updates.Select(update => RankOf(update.Status.Text))];
        Assert.Equal(ranks.Order(), ranks);
        Assert.InRange(updates.Count(update => update.ChangesStatus && RankOf(update.Status.Text) == 3), 0, 1);

        // Of an order that came and went while no connection was open there is no trace in the open orders.
        if (updates.Length > 0)
        {
            Assert.Equal(order.Status.ToString().ToUpperInvariant(), updates[^1].Status.Text);
        }
        else
        {
            Assert.False(order.IsLive);
        }
    }

    private static int RankOf(string status) => Math.Min(Array.IndexOf(Statuses, status), 3);

    private static void Act(StreamVenue venue, SeededRandom random)
    {
        SimulatedOrder[] live = [.. venue.Account.LiveOrders];
        SimulatedOrder? order = live.Length == 0 ? null : live[random.Below(live.Length)];
        switch (random.Below(16))
        {
            case 0 or 1 or 2 when live.Length < 50:
                venue.Account.Place();
                break;
            case 3:
                Change(order, changed => changed.Cancel());
                break;
            case 4:
                Change(order, changed => changed.Expire());
                break;
            case 5 or 15:
                Change(order, changed => changed.Trigger());
                break;
            case 6:
                Change(venue.Account.Orders.FirstOrDefault(triggered => triggered.Status == SimulatedOrderStatus.Triggered), changed => changed.Finish());
                break;
            case 7:
                venue.Exchange.PushFaults.DropNext();
                break;
            case 8:
                venue.Exchange.PushFaults.FreezeNext();
                break;
            case 9:
                venue.Exchange.PushFaults.LoseNext();
                break;
            case 10:
                venue.Exchange.PushFaults.DelayNext(random.Below(100) * Second);
                break;
            case 11:
                venue.Exchange.PushFaults.DuplicateNext(random.Below(100) * Second);
                break;
            case 12:
                venue.Exchange.PushFaults.ReorderNext();
                break;
            case 13:
                venue.Connector.FailNext();
                break;
            case 14:
                venue.Exchange.Faults.Next(random.Below(5) + 1, Fault.HtmlForbidden403);
                break;
        }
    }

    private static void Change(SimulatedOrder? order, Action<SimulatedOrder> change)
    {
        if (order is { Status: SimulatedOrderStatus.New or SimulatedOrderStatus.Triggered })
        {
            try
            {
                change(order);
            }
            catch (InvalidOperationException)
            {
                // The order has moved on.
            }
        }
    }
}
