using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>Rehearses the cancel, then opens the connection, so that it is fresh when it is needed.</summary>
internal sealed class WarmUpProcedure(ApiTransport transport, Func<CancellationToken, Task> rehearseCancel, bool setsClock)
{
    // The first opens the connection; a request on an open one takes another path through the framework, which is to be known too. Each takes less time
    // than the one before it; from the sixth on they are level.
    private const int Pings = 6;

    /// <returns>True. It is a result because calls have one; a layer in between that supplied it would be compiled between the last ping and the first cancel.</returns>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
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

        return true;
    }

    /// <summary>Uses the connection, so that nobody on the way takes it for forgotten.</summary>
    public Task KeepAsync(CancellationToken cancellationToken) => PingEndpoint.PingAsync(transport, cancellationToken);
}
