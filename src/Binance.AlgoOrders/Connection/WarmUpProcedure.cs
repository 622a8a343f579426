using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Pipeline;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders;

/// <summary>
/// Warms up the path of a cancel inside the process, gets the credentials, then opens a connection for attempts and one for those that are sent because a
/// response is late.
/// </summary>
internal sealed class WarmUpProcedure(Func<CancellationToken, Task> warmUpCancel, RequestSigner signer, bool synchronizesClock)
{
    // The first ping opens the connection. A request on an open connection takes another path through the framework, and from the sixth on the
    // times are level.
    private const int Pings = 6;

    /// <returns>
    /// True. Calls have a result, and a wrapper that supplied it would be compiled between the last ping and the first cancel.
    /// </returns>
    public async Task<bool> RunAsync(RequestPipeline pipeline, CallContext call)
    {
        await warmUpCancel(call.CancellationToken).ConfigureAwait(false);
        await RefreshCredentialsProcedure.GetFirstAsync(signer, call.StartNext()).ConfigureAwait(false);
        if (synchronizesClock)
        {
            await ServerTimeEndpoint.SynchronizeAsync(pipeline, call.StartNext()).ConfigureAwait(false);
        }

        for (int ping = 0; ping < Pings; ping++)
        {
            await PingEndpoint.PingAsync(pipeline, call.StartNext()).ConfigureAwait(false);
        }

        await PingEndpoint.PingAsync(pipeline, call.StartNext(ConnectionKind.Second)).ConfigureAwait(false);
        return true;
    }
}
