using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders;

/// <summary>Gets credentials from the provider within the time of a call.</summary>
internal static class RefreshCredentialsProcedure
{
    /// <summary>Refreshes the credentials on a user's request.</summary>
    public static async Task<bool> RunAsync(RequestSigner signer, CallContext call)
    {
        if (!signer.CanRefresh)
        {
            throw new InvalidOperationException("The client must have a CredentialsProvider, but has none. Changed options take effect by themselves.");
        }

        await RunAsync(call, signer.RefreshAsync, "refreshed").ConfigureAwait(false);
        return true;
    }

    /// <summary>Gets the credentials for the first request, unless the client has them.</summary>
    public static Task GetFirstAsync(RequestSigner signer, CallContext call) =>
        RunAsync(call, async token => (await signer.LeaseAsync(token).ConfigureAwait(false)).Release(), "provided");

    private static async Task RunAsync(CallContext call, Func<CancellationToken, Task> refresh, string verb)
    {
        try
        {
            using CallEnd end = call.CreateEnd();
            await refresh(end.Token).ConfigureAwait(false);
        }
        catch (Exception failure) when (!call.CancellationToken.IsCancellationRequested)
        {
            Exception cause = ExceptionRedactor.Redact(failure);
            string reason = cause is OperationCanceledException ? "the timeout has passed" : cause.Message.TrimEnd('.');
            throw new AlgoOrderTransportException($"The credentials were not {verb} ({reason}). The present ones stay in use.", ExecutionStatus.NotExecuted, cause);
        }
    }
}
