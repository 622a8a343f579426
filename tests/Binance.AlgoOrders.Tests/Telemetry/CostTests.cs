using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Diagnostics;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class CostTests : IDisposable
{
    private readonly Meter _meter = new("Binance.AlgoOrders.WithoutListener");

    [Fact]
    public void A_call_without_a_listener_allocates_only_its_context()
    {
        var telemetry = new ClientTelemetry(new TelemetrySource(_meter, Account: null, "fapi.binance.com"), TimeProvider.System);
        var calls = new CallRunner(pipeline: null!, telemetry, defaultTimeout: default, TimeProvider.System);

        Assert.Equal(AllocatedBytes(() => calls.CreateContext(CancellationToken.None)), AllocatedBytes(() => RunCall(calls)));
    }

    public void Dispose() => _meter.Dispose();

    private static void RunCall(CallRunner calls) =>
        _ = calls.RunAsync("cancel", "a request", timeout: null, static (_, _, _) => Task.FromResult(true), CancellationToken.None);

    private static long AllocatedBytes(Action action)
    {
        action();
        long before = GC.GetAllocatedBytesForCurrentThread();
        action();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
