using System.Diagnostics;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>A process that was started, timed until its first line, and has ended.</summary>
internal sealed record ChildProcess(TimeSpan TimeToLine, string Line)
{
    // As programs are started, not as this one measures in itself.
    private const string TieredCompilation = "DOTNET_TieredCompilation";
    private const string TieredPgo = "DOTNET_TieredPGO";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static string OwnProgram { get; } =
        Path.Combine(AppContext.BaseDirectory, typeof(ChildProcess).Assembly.GetName().Name + (OperatingSystem.IsWindows() ? ".exe" : ""));

    public static Task<ChildProcess> RunOwnAsync(string kind, LoopbackExchange exchange, int steadyCalls) => RunAsync(
        OwnProgram, StartChild.Mode, kind, exchange.Address.AbsoluteUri, exchange.CertificateHash, Numbers.Plain(steadyCalls));

    /// <exception cref="InvalidOperationException">The process failed.</exception>
    /// <exception cref="OperationCanceledException">It took a minute, and was ended.</exception>
    public static async Task<ChildProcess> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
            Environment = { [TieredCompilation] = "1", [TieredPgo] = "1" },
        };
        long began = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{program} was not started.");
        using var limit = new CancellationTokenSource(Patience);
        using CancellationTokenRegistration ending = limit.Token.Register(process.Kill);
        string? line = await process.StandardOutput.ReadLineAsync(limit.Token);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(began);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode == 0 && line is not null
            ? new ChildProcess(elapsed, line)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
