using System.Diagnostics;
using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>Tests the cancels after the signal, and the exit code.</summary>
public sealed class FiringTests
{
    private static readonly TimeSpan Forever = TimeSpan.FromHours(1);
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Every_order_is_canceled_and_reported_clear()
    {
        using var run = new KillSwitchRun();
        SimulatedOrder[] orders = Place(run);
        await run.ArmAsync();

        Assert.Equal(ExitCodes.AllClear, await run.SignalAsync());

        Assert.All(orders, order => Assert.Equal(SimulatedOrderStatus.Canceled, order.Status));
        Assert.All(orders, order => Assert.Contains($"  {order.AlgoId}  canceled", run.Lines.ToString(), StringComparison.Ordinal));
        Assert.EndsWith("All clear.", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_cancels_of_all_orders_come_first_and_those_of_single_orders_beside_them_although_reads_hang()
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(2));
        SimulatedOrder[] orders = Place(run);
        await run.ArmAsync();
        run.Exchange.Faults.On("GET").Next(int.MaxValue, Fault.DelayBeforeResponding(Forever));

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.Equal(SimulatedOperation.CancelAll, run.RequestsOfFiring[0].Operation);
        AssertCanceledOneByOne(run, orders);
        Assert.InRange(run.Duration, TimeSpan.Zero, run.Settings.Deadline + Margin);
    }

    [Theory]
    [InlineData(SimulatedOperation.ListOpen)]
    [InlineData(SimulatedOperation.CancelAll)]
    public async Task The_result_of_a_single_cancel_counts_if_the_cancel_of_all_finds_out_nothing(SimulatedOperation hanging)
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(2));
        SimulatedOrder[] orders = Place(run);
        await run.ArmAsync();
        run.Exchange.Faults.On(hanging).Next(int.MaxValue, Fault.DelayBeforeExecuting(Forever));

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        AssertCanceledOneByOne(run, orders);
        Assert.All(orders, order => Assert.Contains($"  {order.AlgoId}  canceled", run.Lines.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_result_of_the_cancel_of_all_counts_if_the_single_cancels_hang()
    {
        using var run = new KillSwitchRun();
        SimulatedOrder stop = run.Account.Place();
        await run.ArmAsync();

        // The cancel of all orders fails, so that the order is listed and canceled again, after its first cancel has been lost.
        run.Exchange.Faults.On(SimulatedOperation.CancelAll).Next(Fault.CancelAllFailed2012(canceled: 0));
        run.Exchange.Faults.On(SimulatedOperation.Cancel).Next(Fault.DropBeforeExecuting);

        await run.SignalAsync();

        Assert.Contains($"  {stop.AlgoId}  canceled", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_terminal_that_blocks_does_not_delay_the_cancels()
    {
        using var run = new KillSwitchRun();
        SimulatedOrder[] orders = Place(run);
        await run.ArmAsync();

        run.Lines.Pause();
        var end = Task.Run(run.SignalAsync, TestContext.Current.CancellationToken);
        await WaitUntilCanceledAsync(orders);
        SimulatedOrderStatus[] whilePaused = [.. orders.Select(order => order.Status)];
        run.Lines.Resume();

        Assert.Equal(ExitCodes.AllClear, await end);
        Assert.All(whilePaused, status => Assert.Equal(SimulatedOrderStatus.Canceled, status));
    }

    [Fact]
    public async Task An_order_that_was_placed_after_arming_is_canceled_too()
    {
        using var run = new KillSwitchRun();
        await run.ArmAsync();
        SimulatedOrder stop = run.Account.Place();

        Assert.Equal(ExitCodes.AllClear, await run.SignalAsync());

        Assert.Equal(SimulatedOrderStatus.Canceled, stop.Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_child_order_that_may_be_live_has_an_exit_code_and_a_line_of_its_own(bool isListed)
    {
        using var run = new KillSwitchRun();
        SimulatedOrder stop = Place(run)[0];
        await run.ArmAsync();
        long child = 0;
        if (isListed)
        {
            // The order triggers between the list and its own cancel.
            run.Exchange.Faults.On("DELETE").Next(Fault.BeforeExecuting(() => child = stop.Trigger()));
        }
        else
        {
            child = stop.Trigger();
        }

        Assert.Equal(ExitCodes.Triggered, await run.SignalAsync());

        Assert.Contains($"  {stop.AlgoId}  TRIGGERED: child order {child} may be live", run.Lines.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("All clear", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_order_that_stays_triggering_is_not_clear_and_has_no_child_order_yet(bool beforeArming)
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(1));
        SimulatedOrder stop = Place(run)[0];
        if (beforeArming)
        {
            stop.BeginTrigger();
        }

        await run.ArmAsync();
        if (!beforeArming)
        {
            stop.BeginTrigger();
        }

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.Contains($"  {stop.AlgoId}  TRIGGERED: it has no child order yet", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AlgoOrderStatus.Triggering, null, "TRIGGERED: it has no child order yet", ExitCodes.Triggered)]
    [InlineData(AlgoOrderStatus.Triggered, null, "TRIGGERED: it has no child order yet", ExitCodes.Triggered)]
    [InlineData(AlgoOrderStatus.Triggered, "77", "TRIGGERED: child order 77 may be live", ExitCodes.Triggered)]
    [InlineData(AlgoOrderStatus.Finished, "77", "triggered: child order 77 was filled or canceled", ExitCodes.AllClear)]
    [InlineData(AlgoOrderStatus.Finished, null, "triggered: child order (without an id) was filled or canceled", ExitCodes.AllClear)]
    public async Task A_contract_without_open_orders_depends_on_the_child_orders(AlgoOrderStatus status, string? child, string line, int exitCode)
    {
        using var client = new ScriptedClient { Outcome = new CancelAlgoOrderOutcome.Triggered(new AlgoOrder { AlgoId = 42, Status = status, ActualOrderIdText = child }) };
        using var run = new KillSwitchRun(client);
        await run.ArmAsync();

        Assert.Equal(exitCode, await run.SignalAsync());

        Assert.Contains($"  42  {line}", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_of_arming_that_was_not_looked_up_is_not_clear_although_no_order_is_open()
    {
        using var client = new ScriptedClient { Outcome = new CancelAlgoOrderOutcome.Unknown(new TimeoutException("too late"), LastSeen: null) };
        using var run = new KillSwitchRun(client);
        await run.ArmAsync();

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.Contains("  42  UNKNOWN: too late", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_order_that_is_filled_or_canceled_is_clear()
    {
        using var run = new KillSwitchRun();
        SimulatedOrder stop = Place(run)[0];
        await run.ArmAsync();
        long child = stop.Trigger();
        stop.Finish();

        Assert.Equal(ExitCodes.AllClear, await run.SignalAsync());

        Assert.Contains($"  {stop.AlgoId}  triggered: child order {child} was filled or canceled", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_triggered_before_arming_is_not_known_to_the_switch()
    {
        using var run = new KillSwitchRun();
        SimulatedOrder stop = run.Account.Place();
        stop.Trigger();
        await run.ArmAsync();

        Assert.Equal(ExitCodes.AllClear, await run.SignalAsync());

        Assert.DoesNotContain($"{stop.AlgoId}", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_is_not_clear_counts_more_than_one_that_triggered()
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(1));
        SimulatedOrder[] orders = Place(run);
        await run.ArmAsync();
        long child = orders[0].Trigger();
        run.Exchange.Faults.Where(request => request.Target.Contains("ETHUSDT", StringComparison.Ordinal)).Next(int.MaxValue, Fault.ServiceUnavailable503);

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.Contains($"{child}", run.Lines.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("NOT CLEAR: check the account.", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outage_is_not_clear_and_each_failure_is_one_line()
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(1));
        SimulatedOrder[] orders = Place(run);
        await run.ArmAsync();
        run.Exchange.Faults.Next(int.MaxValue, Fault.ConnectionRefused);

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.All(orders, order => Assert.Contains($"  {order.AlgoId}  UNKNOWN", run.Lines.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_was_revoked_after_arming_is_not_clear()
    {
        using var run = new KillSwitchRun();
        Place(run);
        await run.ArmAsync();
        run.Account.RevokeKey(run.Account.ApiKey);

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.Contains("BTCUSDT: NOT CLEAR", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_any_kind_ends_in_a_line_and_an_exit_code()
    {
        using var client = new ScriptedClient();
        using var run = new KillSwitchRun(client);
        await run.ArmAsync();

        Assert.Equal(ExitCodes.NotClear, await run.SignalAsync());

        Assert.Contains("  42  UNKNOWN: the cancel is broken on two lines", run.Lines.ToString(), StringComparison.Ordinal);
        Assert.Contains("  last error: the cancel of all is broken", run.Lines.ToString(), StringComparison.Ordinal);
    }

    private static SimulatedOrder[] Place(KillSwitchRun run) => [run.Account.Place(), run.Account.Place(type: "TAKE_PROFIT_MARKET"), run.Account.Place("ETHUSDT")];

    private static async Task WaitUntilCanceledAsync(SimulatedOrder[] orders)
    {
        long start = Stopwatch.GetTimestamp();
        while (Array.Exists(orders, order => order.Status != SimulatedOrderStatus.Canceled) && Stopwatch.GetElapsedTime(start) < Margin)
        {
            await Task.Yield();
        }
    }

    private static void AssertCanceledOneByOne(KillSwitchRun run, SimulatedOrder[] orders)
    {
        RecordedRequest[] cancels = [.. run.RequestsOfFiring.Where(request => request.Operation == SimulatedOperation.Cancel)];
        Assert.All(orders, order => Assert.Contains(cancels, cancel => cancel.Query.Contains($"algoId={order.AlgoId}&", StringComparison.Ordinal)));
        Assert.All(orders, order => Assert.Equal(SimulatedOrderStatus.Canceled, order.Status));
    }
}
