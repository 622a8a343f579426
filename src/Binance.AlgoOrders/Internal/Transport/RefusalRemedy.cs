using Binance.AlgoOrders.Internal.Signing;
using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What a client can mend of what Binance refuses: its clock and its key, each once per call.</summary>
internal sealed class RefusalRemedy(ClockSynchronizer clock, RequestSigning signing, TimeProvider timeProvider)
{
    /// <returns>Whether the next attempt goes out with what was refused put right.</returns>
    public async Task<bool> TryAsync(Attempt refused, ApiCall call) => refused.Error?.Code switch
    {
        // Only a synchronisation that came about counts as the call's one.
        BinanceErrorCodes.InvalidTimestamp when !call.IsResynchronized =>
            call.IsResynchronized = await clock.EnsureSynchronizedSinceAsync(refused.StartTimestamp, call).ConfigureAwait(false),
        BinanceErrorCodes.BadApiKeyFormat or BinanceErrorCodes.RejectedApiKey when refused.CredentialsInquiry > 0 && !call.AreCredentialsRenewed =>
            await RenewCredentialsAsync(refused.CredentialsInquiry, call).ConfigureAwait(false),
        _ => false,
    };

    private async Task<bool> RenewCredentialsAsync(int inquiry, ApiCall call)
    {
        call.AreCredentialsRenewed = true;
        Task<bool> renewal = signing.RenewAsync(inquiry, call.CallersToken);
        try
        {
            await Task.WhenAny(renewal).WaitAsync(call.Remaining, timeProvider, call.CallersToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }

        // Where the provider failed, the log tells why: what the caller is told is that the key was refused.
        call.CallersToken.ThrowIfCancellationRequested();
        return renewal is { Exception: null, IsCompletedSuccessfully: true } && await renewal.ConfigureAwait(false);
    }
}
