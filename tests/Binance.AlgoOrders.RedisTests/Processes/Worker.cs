using System.Diagnostics;
using System.Text.Json;
using Binance.AlgoOrders.RedisWorker;

namespace Binance.AlgoOrders.RedisTests.Processes;

/// <summary>A process of the operating system that runs a plan.</summary>
internal sealed class Worker : IAsyncDisposable
{
    private readonly Process _process;

    public Worker(WorkerPlan plan)
    {
        string json = JsonSerializer.Serialize(plan, WorkerJsonContext.Default.WorkerPlan);
        string program = Path.ChangeExtension(typeof(WorkerPlan).Assembly.Location, ".dll");
        _process = Process.Start(new ProcessStartInfo("dotnet", [program, json]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true })!;
    }

    public async Task WaitUntilReadyAsync() => Assert.Equal("ready", await _process.StandardOutput.ReadLineAsync());

    public async Task<WorkerReport> RunAsync()
    {
        await _process.StandardInput.WriteLineAsync("go");
        await _process.StandardInput.FlushAsync();
        string line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The worker must write a report, but ended without one.");
        return JsonSerializer.Deserialize(line, WorkerJsonContext.Default.WorkerReport)!;
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
