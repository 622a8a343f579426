using System.Net;
using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.Tests.Cost;

/// <summary>
/// Checks the bytes that a call allocates over a handler that responds at once. The figures are exact and the same on both targets. If a change
/// allocates more, remove the allocation or change the figure with the reason.
/// </summary>
public class ByteBudgetTests
{
    private const int WarmUpCalls = 200;
    private const int Calls = 500;

    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);

    [Fact]
    public void A_cancel_keeps_its_budget()
    {
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), new RespondingHandler());
        Assert.Equal(1600, BytesOf(() => client.CancelAsync(Request)));
    }

    [Fact]
    public void An_ensured_cancel_keeps_its_budget()
    {
        using AlgoOrderClient client = AlgoOrderClient.Create(TestAccount.Options(), new RespondingHandler());
        Assert.Equal(1712, BytesOf(() => client.EnsureCanceledAsync(Request)));
    }

    [Fact]
    public async Task A_client_of_a_container_costs_what_one_of_Create_does()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddBinanceAlgoOrders(TestAccount.Configure).ConfigurePrimaryHttpMessageHandler(() => new RespondingHandler());
        await using ServiceProvider provider = services.BuildServiceProvider();
        AlgoOrderClient contained = provider.GetRequiredService<AlgoOrderClient>();
        using AlgoOrderClient created = AlgoOrderClient.Create(TestAccount.Options(), new RespondingHandler());

        Assert.Equal(BytesOf(() => created.EnsureCanceledAsync(Request)), BytesOf(() => contained.EnsureCanceledAsync(Request)));
    }

    // Everything completes at once on this thread. The runtime itself may allocate in between, so that the smallest of a few runs counts.
    private static long BytesOf(Func<Task> call) => Enumerable.Range(0, 5).Min(_ => BytesOfRun(call));

    private static long BytesOfRun(Func<Task> call)
    {
        Repeat(call, WarmUpCalls);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Repeat(call, Calls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
    }

    private static void Repeat(Func<Task> call, int times)
    {
        for (int time = 0; time < times; time++)
        {
            Assert.True(call().IsCompletedSuccessfully);
        }
    }

    /// <summary>Returns one prepared acknowledgement, so that only the client's own bytes count.</summary>
    private sealed class RespondingHandler : HttpMessageHandler
    {
        private static readonly byte[] Body = [.. """{"algoId":2146760,"clientAlgoId":"6B2I9XVcJpCjqPAJ4YoFX7","code":"200","msg":"success"}"""u8];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Body) };
            response.Headers.TryAddWithoutValidation("X-MBX-USED-WEIGHT-1M", "7");
            return Task.FromResult(response);
        }
    }
}
