using Microsoft.Extensions.DependencyInjection;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>Over HTTP/2 a request that is given up leaves its connection to the next ones, even if nobody is at its other end any more.</summary>
public class DeadConnectionTests
{
    // Longer than any other guard: the framework asks a silent connection for a sign of life after a second at the earliest.
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(15);

    [Fact]
    public async Task It_is_given_up()
    {
        await using var peer = new Http2Peer(async (_, _, stop) =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            return false;
        });
        await using ServiceProvider provider = Http2Client.Provider(peer, attemptTimeout: TimeSpan.FromSeconds(1));
        AlgoOrderClient client = provider.GetRequiredService<AlgoOrderClient>();
        await client.FailedCancelAsync();
        peer.Behave();

        CancelAlgoOrderOutcome outcome = await client
            .EnsureCanceledAsync(CancelAlgoOrderRequest.ByAlgoId(2146760), TestContext.Current.CancellationToken)
            .WaitAsync(Guard, TestContext.Current.CancellationToken);

        Assert.IsType<CancelAlgoOrderOutcome.Canceled>(outcome);
    }
}
