#if NET10_0_OR_GREATER
using System.Diagnostics;
using Binance.AlgoOrders.IntegrationTests.HostileResponses;
using Binance.AlgoOrders.ProxyWorker;

namespace Binance.AlgoOrders.IntegrationTests.Proxies;

/// <summary>The proxy of the environment, which a process reads once. Each case is therefore a process of its own.</summary>
public sealed class EnvironmentProxyTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // Cases: four spellings of the variable by three spellings of the address.
    public static MatrixTheoryData<string, string> Cases => new(["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"], LoopbackTarget.Hosts);

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_loopback_request_never_reaches_the_proxy_of_the_environment(string variable, string host)
    {
        await using var proxy = new RecordingProxy();
        await using var target = new LoopbackTarget(host);

        (int failures, string output) = await RunAsync((variable, $"http://user:made-up-password@127.0.0.1:{proxy.Address}"), target.Address, Handlers.Own, Handlers.Sockets, Handlers.Client);

        Assert.True(failures == 0, output);
        Assert.Equal((3, 0), (target.Requests, proxy.Connections));
    }

    [Theory]
    [InlineData("HTTPS_PROXY")]
    [InlineData("https_proxy")]
    [InlineData("ALL_PROXY")]
    public async Task An_https_request_goes_through_the_proxy_of_the_environment_with_its_credentials(string variable)
    {
        await using var target = new TlsPeer([]);
        target.RespondProperly();
        await using var proxy = new RecordingProxy(target.BaseAddress.Port, "user:made-up-password");

        (int failures, string output) = await RunAsync((variable, $"http://user:made-up-password@127.0.0.1:{proxy.Address}"), "https://exchange.test/", Handlers.Sockets);

        Assert.True(failures == 0, output);
        Assert.Single(target.Requests);
        Assert.All(proxy.Requests, head => Assert.StartsWith("CONNECT exchange.test:443 ", head, StringComparison.Ordinal));
        Assert.Contains(proxy.Requests, head => head.Contains("Proxy-Authorization: Basic ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HTTPS_PROXY")]
    [InlineData("https_proxy")]
    [InlineData("ALL_PROXY")]
    public async Task A_refusal_by_the_proxy_of_the_environment_does_not_show_its_password(string variable)
    {
        await using var proxy = new RecordingProxy(credentials: "user:another");

        (int failures, string output) = await RunAsync((variable, $"http://user:made-up-password@127.0.0.1:{proxy.Address}"), "https://exchange.test/", Handlers.Own);

        Assert.Equal(1, failures);
        Assert.Contains("407", output, StringComparison.Ordinal);
        Assert.DoesNotContain("made-up-password", output, StringComparison.Ordinal);
    }

    private static async Task<(int Failures, string Output)> RunAsync((string Name, string Value) variable, params string[] arguments)
    {
        // The program lies in the folder of the tests, so it runs with their dependencies.
        string tests = typeof(EnvironmentProxyTests).Assembly.Location;
        var start = new ProcessStartInfo(
            "dotnet",
            ["exec", "--depsfile", Path.ChangeExtension(tests, ".deps.json"), "--runtimeconfig", Path.ChangeExtension(tests, ".runtimeconfig.json"), typeof(Handlers).Assembly.Location, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (string inherited in start.Environment.Keys.Where(name => name.EndsWith("_PROXY", StringComparison.OrdinalIgnoreCase)).ToArray())
        {
            start.Environment.Remove(inherited);
        }

        start.Environment[variable.Name] = variable.Value;
        using Process process = Process.Start(start)!;
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output);
    }
}
#endif
