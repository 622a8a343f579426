using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>Rehearses the cancel, then opens the connection, so that it is fresh when it is needed.</summary>
internal sealed class WarmUpProcedure(ApiTransport transport, Func<CancellationToken, Task> rehearseCancel, bool setsClock)
{
    // The first opens the connection; a request on an open one takes another path through the framework, which is to be known too. After three the
    // first cancel took 2.3 times as long as those that followed, after six 1.5 times; more change nothing.
    private const int Pings = 6;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await rehearseCancel(cancellationToken).ConfigureAwait(false);
        if (setsClock)
        {
            await ServerTimeEndpoint.SynchronizeAsync(transport, cancellationToken).ConfigureAwait(false);
        }

        for (int ping = 0; ping < Pings; ping++)
        {
            await PingEndpoint.PingAsync(transport, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Uses the connection, so that nobody on the way takes it for forgotten.</summary>
    public Task KeepAsync(CancellationToken cancellationToken) => PingEndpoint.PingAsync(transport, cancellationToken);
}
