using Binance.AlgoOrders.Samples;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>Tests that a switch is armed only if it can cancel, and that it cancels nothing before.</summary>
public sealed class ArmingTests
{
    private static readonly Fault Hang = Fault.DelayBeforeResponding(TimeSpan.FromHours(1));

    [Fact]
    public async Task Arming_sends_one_cancel_that_changes_nothing_and_lists_the_orders()
    {
        using var run = new KillSwitchRun();
        SimulatedOrder stop = run.Account.Place();

        await run.ArmAsync();

        Assert.Equal(
            [SimulatedOperation.Cancel, SimulatedOperation.ListOpen, SimulatedOperation.ListOpen],
            run.Exchange.Requests.Select(request => request.Operation));
        Assert.Empty(run.Exchange.Requests.SelectMany(request => request.CanceledOrders));
        Assert.Equal(SimulatedOrderStatus.New, stop.Status);
        Assert.Contains("BTCUSDT: 1 open", run.Lines.ToString(), StringComparison.Ordinal);
        Assert.Contains("Proven:", run.Lines.ToString(), StringComparison.Ordinal);
        Assert.Contains("Not proven:", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task A_signal_before_the_switch_is_armed_cancels_nothing(string hanging)
    {
        using var run = new KillSwitchRun();
        run.Account.Place();
        run.Exchange.Faults.On(hanging).Next(int.MaxValue, Hang);
        await run.StartAsync();
        await WaitForRequestAsync(run, hanging);

        await AssertNotArmedAsync(run, run.SignalAsync());
    }

    [Fact]
    public async Task A_signal_before_anything_was_sent_cancels_nothing()
    {
        using var run = new KillSwitchRun();
        run.Account.Place();

        await AssertNotArmedAsync(run, run.SignalAsync());
    }

    [Fact]
    public async Task A_second_signal_before_the_switch_is_armed_cancels_nothing_either()
    {
        using var run = new KillSwitchRun();
        run.Account.Place();
        run.Exchange.Faults.On("GET").Next(int.MaxValue, Hang);
        await run.StartAsync();
        await WaitForRequestAsync(run, "GET");

        await run.SignalAsync();
        await AssertNotArmedAsync(run, run.SignalAsync());
    }

    [Fact]
    public async Task The_interval_without_a_line_begins_when_the_switch_is_armed()
    {
        using var run = new KillSwitchRun(deadMan: TimeSpan.FromMilliseconds(1), deadline: TimeSpan.FromSeconds(1));
        run.Account.Place();
        run.Exchange.Faults.On("GET").Next(int.MaxValue, Hang);

        await AssertNotArmedAsync(run, run.RunToEndAsync());
    }

    [Theory]
    [InlineData(401, -2015, "Invalid API-key, IP, or permissions for action.")]
    [InlineData(400, -2015, "Invalid API-key, IP, or permissions for action, request ip: 203.0.113.7")]
    [InlineData(401, -1002, "You are not authorized to execute this request.")]
    [InlineData(400, -4109, "This account is inactive, please activate the account first.")]
    [InlineData(400, -2011, "Cancel rejected: the account is in liquidation.")]
    public async Task A_key_that_may_not_trade_is_not_armed(int statusCode, int errorCode, string message)
    {
        using var run = new KillSwitchRun();
        run.Account.Place();
        run.Exchange.Faults.On("DELETE").Next(int.MaxValue, Fault.Respond(statusCode, $$"""{"code":{{errorCode}},"msg":"{{message}}"}""", executed: false));

        await AssertNotArmedAsync(run, run.RunToEndAsync());

        Assert.Contains($"{errorCode}", run.Lines.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("DELETE")]
    public async Task An_exchange_that_cannot_be_reached_is_not_armed(string failing)
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(1));
        run.Account.Place();
        run.Exchange.Faults.On(failing).Next(int.MaxValue, Fault.ConnectionRefused);

        await AssertNotArmedAsync(run, run.RunToEndAsync());
    }

    [Fact]
    public async Task A_response_that_is_not_of_the_exchange_is_not_armed()
    {
        using var run = new KillSwitchRun(deadline: TimeSpan.FromSeconds(1));
        run.Account.Place();
        run.Exchange.Faults.On("DELETE").Next(int.MaxValue, Fault.Html200(executed: false));

        await AssertNotArmedAsync(run, run.RunToEndAsync());
    }

    [Fact]
    public async Task A_failure_of_any_kind_is_not_armed_and_one_line()
    {
        using var client = new ScriptedClient { ListFailure = new InvalidOperationException("the list is broken\non two lines") };
        using var run = new KillSwitchRun(client);

        await AssertNotArmedAsync(run, run.RunToEndAsync());

        Assert.Contains("Not armed: the list is broken on two lines", run.Lines.ToString(), StringComparison.Ordinal);
    }

    private static async Task WaitForRequestAsync(KillSwitchRun run, string method)
    {
        while (!run.Exchange.Requests.Any(request => request.Method == method))
        {
            await Task.Yield();
        }
    }

    private static async Task AssertNotArmedAsync(KillSwitchRun run, Task<int> end)
    {
        Assert.Equal(ExitCodes.NotArmed, await end);

        Assert.All(run.Account.Orders, order => Assert.Equal(SimulatedOrderStatus.New, order.Status));
        Assert.DoesNotContain(run.Exchange.Requests, request => request.Operation == SimulatedOperation.CancelAll);
        Assert.StartsWith("Not armed:", run.Lines.ToString().Split('\n')[^1], StringComparison.Ordinal);
        Assert.EndsWith("Nothing was canceled.", run.Lines.ToString(), StringComparison.Ordinal);
    }
}
