using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Internal.Pipeline;

/// <summary>Recovers from a rejected timestamp or a rejected key.</summary>
internal sealed class RejectionRecovery(ClockSynchronizer clock, RequestSigner signer)
{
    /// <returns>True if the cause of the rejection was removed, so that the request may be sent again.</returns>
    public async Task<bool> TryRecoverAsync(Attempt rejected, CallContext call) => rejected.Rule?.Then switch
    {
        NextStep.RefreshClock => await clock.EnsureSynchronizedSinceAsync(rejected.StartTimestamp, call).ConfigureAwait(false),
        NextStep.RefreshKey when rejected.CredentialsVersion > 0 && !call.AreCredentialsRefreshed && !call.IsOver =>
            await RefreshCredentialsAsync(rejected.CredentialsVersion, call).ConfigureAwait(false),
        _ => false,
    };

    private async Task<bool> RefreshCredentialsAsync(int version, CallContext call)
    {
        call.AreCredentialsRefreshed = true;
        Task<bool> refresh = signer.RefreshRejectedAsync(version, call.CancellationToken);

        // If the provider failed, the log has the reason. The caller gets Binance's rejection of the key.
        return await call.WaitForAsync(refresh).ConfigureAwait(false)
            && refresh is { Exception: null, IsCompletedSuccessfully: true }
            && await refresh.ConfigureAwait(false);
    }
}
