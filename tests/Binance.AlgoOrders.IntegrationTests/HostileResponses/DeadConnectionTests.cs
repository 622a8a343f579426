using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>Tests a dead HTTP/2 connection, which an abandoned request leaves to the next one.</summary>
public class DeadConnectionTests
{
    // Longer than other timeouts, because the framework pings an idle connection after a second at the earliest.
    private static readonly TimeSpan HangTimeout = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task A_dead_connection_is_replaced()
    {
        await using var peer = new Http2Peer(async (_, _, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return false;
        });
        await using ServiceProvider provider = Http2Client.Provider(peer, attemptTimeout: TimeSpan.FromSeconds(1));
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await client.FailedCancelAsync();
        peer.RespondProperly();

        CancelAlgoOrderOutcome outcome = await client
            .EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken)
            .WaitAsync(HangTimeout, TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }
}
