using System.Diagnostics;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Starts a process and measures the time until its first line.</summary>
internal sealed record ChildProcess(TimeSpan TimeToLine, string Line)
{
    // A child process uses the runtime's defaults, unlike this process.
    private const string TieredCompilation = "DOTNET_TieredCompilation";
    private const string TieredPgo = "DOTNET_TieredPGO";

    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(1);

    private static string OwnProgram { get; } =
        Path.Combine(AppContext.BaseDirectory, typeof(ChildProcess).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static Task<ChildProcess> RunOwnAsync(string kind, LoopbackExchange exchange, int steadyCalls) => RunAsync(
        OwnProgram, StartChild.Mode, kind, exchange.Address.AbsoluteUri, exchange.CertificateHash, Numbers.Plain(steadyCalls));

    /// <exception cref="InvalidOperationException">The process failed.</exception>
    /// <exception cref="OperationCanceledException">The process was killed because it took more than a minute.</exception>
    public static async Task<ChildProcess> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [TieredCompilation] = "1", [TieredPgo] = "1" },
        };
        long startedAt = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} could not be started.");
        using var limit = new CancellationTokenSource(Timeout);
        using CancellationTokenRegistration kill = limit.Token.Register(process.Kill);
        string? line = await process.StandardOutput.ReadLineAsync(limit.Token);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(startedAt);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 && line is not null
            ? new ChildProcess(elapsed, line)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} must write a line and exit with 0, but exited with {process.ExitCode}.");
    }
}
