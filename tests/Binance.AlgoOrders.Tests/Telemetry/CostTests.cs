using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal.Diagnostics;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders.Tests.Telemetry;

[Collection(nameof(ListeningTests))]
public sealed class CostTests : IDisposable
{
    private readonly Meter _meter = new("Binance.AlgoOrders.NobodyListens");

    [Fact]
    public void Without_a_listener_the_watching_of_a_call_allocates_nothing()
    {
        var telemetry = new ClientTelemetry(new TelemetrySource(_meter, Account: null, "fapi.binance.com"), TimeProvider.System);
        var transport = new ApiTransport(null!, null!, null!, null!, null!, null!, new(default, default, MaxRetryAttempts: 0), TimeProvider.System, telemetry, null!);
        RunACall(transport);

        long before = GC.GetAllocatedBytesForCurrentThread();
        RunACall(transport);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    public void Dispose() => _meter.Dispose();

    private static void RunACall(ApiTransport transport) =>
        _ = transport.RunAsync("cancel", "a request", static (_, _, _) => Task.FromResult(true), CancellationToken.None);
}
