using System.Net;
using System.Net.Sockets;
using Binance.AlgoOrders.Samples;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>Tests the program as a user runs it. One of the orders of its simulated exchange triggers first.</summary>
public sealed class ProcessTests
{
    private const string Simulate = "--simulate --symbols BTCUSDT,ETHUSDT";

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_cancels_the_orders(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var program = new KillSwitchProcess(Simulate);
        await program.WaitUntilArmedAsync();

        await program.SendAsync(signal);
        string output = await program.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Triggered, (await program.WaitForExitAsync()).ExitCode);
        Assert.Equal(3, output.Split("  canceled").Length - 1);
        Assert.Equal(1, output.Split("  TRIGGERED").Length - 1);
    }

    [Fact]
    public async Task A_second_SIGHUP_does_not_interrupt_the_cancels()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var program = new KillSwitchProcess(Simulate);
        await program.WaitUntilArmedAsync();

        await program.SendAsync("HUP");
        await program.SendAsync("HUP");

        Assert.Equal(ExitCodes.Triggered, (await program.WaitForExitAsync()).ExitCode);
    }

    [Fact]
    public async Task A_closed_terminal_does_not_interrupt_the_cancels()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        await using var program = new KillSwitchProcess(Simulate);
        await program.WaitUntilArmedAsync();

        program.Output.Close();
        program.CloseInput();
        await program.SendAsync("HUP");

        Assert.Equal(ExitCodes.Triggered, (await program.WaitForExitAsync()).ExitCode);
    }

    [Fact]
    public async Task An_interval_without_a_line_cancels_the_orders()
    {
        await using var program = new KillSwitchProcess($"{Simulate} --dead-man 100ms");
        program.CloseInput();

        Assert.Equal(ExitCodes.Triggered, (await program.WaitForExitAsync()).ExitCode);
    }

    [Theory]
    [InlineData("--simulate --symbols BTC/USDT")]
    [InlineData("--symbols BTCUSDT")]
    [InlineData("--simulate --symbols BTCUSDT --deadline soon")]
    public async Task Bad_input_has_an_exit_code_of_its_own(string arguments)
    {
        await using var program = new KillSwitchProcess(arguments);

        (int exitCode, string errors) = await program.WaitForExitAsync();

        Assert.Equal((ExitCodes.BadInput, 1), (exitCode, errors.TrimEnd().Split('\n').Length));
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    [InlineData("HUP")]
    public async Task A_signal_before_the_switch_is_armed_cancels_nothing(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");

        // The proxy accepts connections and never responds, so that arming does not end.
        using var proxy = new TcpListener(IPAddress.Loopback, port: 0);
        proxy.Start();
        await using var program = new KillSwitchProcess("--environment demo --symbols BTCUSDT", EnvironmentWithProxy(((IPEndPoint)proxy.LocalEndpoint).Port));
        using TcpClient connection = await proxy.AcceptTcpClientAsync(TestContext.Current.CancellationToken);

        await program.SendAsync(signal);
        string output = await program.Output.ReadToEndAsync(TestContext.Current.CancellationToken);

        (int exitCode, string errors) = await program.WaitForExitAsync();
        Assert.Equal((ExitCodes.NotArmed, ""), (exitCode, output));
        Assert.Contains("Not armed: The program was stopped before that. Nothing was canceled.", errors.Split('\n').Select(line => line.TrimEnd()));
    }

    [Fact]
    public async Task An_exchange_that_cannot_be_reached_is_not_armed_and_each_failure_is_one_line()
    {
        // Nothing listens on the port of the proxy, so that every connection is refused.
        await using var program = new KillSwitchProcess("--environment demo --symbols BTCUSDT --deadline 2s", EnvironmentWithProxy(port: 1));

        (int exitCode, string errors) = await program.WaitForExitAsync();

        Assert.Equal(ExitCodes.NotArmed, exitCode);

        // The log has a thread of its own, so that the order of the lines is not fixed.
        string[] lines = errors.TrimEnd().Split('\n');
        Assert.Single(lines, line => line.StartsWith("Not armed:", StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Matches("^(Not armed|Warning): ", line));
    }

    private static Dictionary<string, string> EnvironmentWithProxy(int port) => new(StringComparer.Ordinal)
    {
        ["HTTPS_PROXY"] = $"http://127.0.0.1:{port}",
        ["BINANCE_API_KEY"] = new('k', 64),
        ["BINANCE_SECRET_KEY"] = new('s', 64),
    };
}
