using Binance.AlgoOrders.Testing;
using Status = Binance.AlgoOrders.Testing.SimulatedOrderStatus;

namespace Binance.AlgoOrders.Tests.Testing;

public class SimulatedOrderTests
{
    private readonly TestExchange _test = new();
    private readonly SimulatedOrder _order;

    public SimulatedOrderTests() => _order = _test.Account.Place();

    [Theory]
    [InlineData("BeginTrigger CompleteTrigger Finish", Status.New, Status.Triggering, Status.Triggered, Status.Finished)]
    [InlineData("Trigger", Status.New, Status.Triggering, Status.Triggered)]
    [InlineData("BeginTrigger Reject", Status.New, Status.Triggering, Status.Rejected)]
    [InlineData("Expire", Status.New, Status.Expired)]
    [InlineData("Cancel", Status.New, Status.Canceled)]
    public void The_history_has_every_change_of_status(string steps, params Status[] expected)
    {
        foreach (string step in steps.Split(' '))
        {
            Take(step);
        }

        Assert.Equal(expected, _order.History.Select(change => change.Status));
    }

    [Theory]
    [InlineData("", "CompleteTrigger", "NEW", "TRIGGERED")]
    [InlineData("", "Finish", "NEW", "FINISHED")]
    [InlineData("", "Reject", "NEW", "REJECTED")]
    [InlineData("BeginTrigger", "Cancel", "TRIGGERING", "CANCELED")]
    [InlineData("BeginTrigger", "Expire", "TRIGGERING", "EXPIRED")]
    [InlineData("Trigger", "Cancel", "TRIGGERED", "CANCELED")]
    [InlineData("Trigger", "Reject", "TRIGGERED", "REJECTED")]
    [InlineData("Cancel", "Trigger", "CANCELED", "TRIGGERING")]
    [InlineData("Cancel", "Cancel", "CANCELED", "CANCELED")]
    [InlineData("Expire", "BeginTrigger", "EXPIRED", "TRIGGERING")]
    public void A_change_that_the_status_does_not_allow_throws(string before, string step, string from, string to)
    {
        if (before.Length > 0)
        {
            Take(before);
        }

        string message = Assert.Throws<InvalidOperationException>(() => Take(step)).Message;

        Assert.EndsWith($"to become {to}, but was {from}.", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_change_has_the_time_of_the_exchanges_clock()
    {
        _test.Exchange.ClockSkew = TimeSpan.FromSeconds(30);
        _test.Clock.Advance(TimeSpan.FromSeconds(5));
        _order.BeginTrigger();
        _test.Clock.Advance(TimeSpan.FromSeconds(1));
        _order.CompleteTrigger();

        TimeSpan triggered = TimeSpan.FromSeconds(35);
        Assert.Equal((triggered, triggered + TimeSpan.FromSeconds(1)), (_order.TriggeredAt - _order.CreatedAt, _order.UpdatedAt - _order.CreatedAt));
    }

    [Fact]
    public void The_child_gets_its_id_when_the_order_is_triggered()
    {
        _order.BeginTrigger();
        Assert.Null(_order.ActualOrderId);

        Assert.Equal(_order.CompleteTrigger(), _order.ActualOrderId);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("BeginTrigger", true)]
    [InlineData("Trigger", false)]
    [InlineData("Cancel", false)]
    [InlineData("Expire", false)]
    public void An_order_is_live_while_it_can_still_lead_to_a_trade(string step, bool isLive)
    {
        if (step.Length > 0)
        {
            Take(step);
        }

        Assert.Equal(isLive, _order.IsLive);
    }

    [Fact]
    public void The_history_is_a_copy()
    {
        IReadOnlyList<SimulatedOrderChange> before = _order.History;
        _order.Cancel();

        Assert.Single(before);
    }

    private void Take(string step)
    {
        switch (step)
        {
            case "BeginTrigger": _order.BeginTrigger(); break;
            case "CompleteTrigger": _order.CompleteTrigger(); break;
            case "Trigger": _order.Trigger(); break;
            case "Finish": _order.Finish(); break;
            case "Reject": _order.Reject(); break;
            case "Expire": _order.Expire(); break;
            case "Cancel": _order.Cancel(); break;
            default: throw new ArgumentException($"No such step: {step}.", nameof(step));
        }
    }
}
