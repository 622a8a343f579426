using System.Diagnostics;
using System.Globalization;
using Binance.AlgoOrders.Samples;

namespace Binance.AlgoOrders.IntegrationTests.KillSwitch;

/// <summary>A kill switch as a process of the operating system.</summary>
internal sealed class KillSwitchProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly Process _process;
    private readonly Task<string> _errors;

    public KillSwitchProcess(string arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        // The program lies in the folder of the tests, so it runs with their dependencies, some of which come with their framework.
        string program = typeof(KillSwitchService).Assembly.Location;
        string tests = typeof(KillSwitchProcess).Assembly.Location;
        string dependencies = Path.ChangeExtension(tests, ".deps.json");
        string framework = Path.ChangeExtension(tests, ".runtimeconfig.json");
        var start = new ProcessStartInfo("dotnet", ["exec", "--depsfile", dependencies, "--runtimeconfig", framework, program, .. arguments.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        _errors = _process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    public StreamReader Output => _process.StandardOutput;

    public async Task WaitUntilArmedAsync()
    {
        while (await Output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Patience) is { } line)
        {
            if (line.StartsWith("Armed", StringComparison.Ordinal))
            {
                return;
            }
        }

        throw new InvalidOperationException($"The switch must be armed, but ended: {await _errors}");
    }

    /// <param name="signal">The name of the signal, such as <c>HUP</c>.</param>
    public async Task SendAsync(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void CloseInput() => _process.StandardInput.Close();

    public async Task<(int ExitCode, string Errors)> WaitForExitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Patience);
        return (_process.ExitCode, await _errors);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
