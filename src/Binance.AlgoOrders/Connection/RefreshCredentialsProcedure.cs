using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders;

/// <summary>Refreshes the credentials on a user's request, within the time of a call.</summary>
internal static class RefreshCredentialsProcedure
{
    public static async Task<bool> RunAsync(RequestSigner signer, CallContext call)
    {
        if (!signer.CanRefresh)
        {
            throw new InvalidOperationException("The client must have a CredentialsProvider, but has none. Changed options take effect by themselves.");
        }

        try
        {
            using CancellationTokenSource timer = call.CreateTimeout();
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, call.CancellationToken);
            await signer.RefreshAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (!call.CancellationToken.IsCancellationRequested)
        {
            Exception cause = ExceptionRedactor.Redact(failure);
            string reason = cause is OperationCanceledException ? "the timeout has passed" : cause.Message.TrimEnd('.');
            throw new AlgoOrderTransportException($"The credentials were not refreshed ({reason}). The present ones stay in use.", ExecutionStatus.NotExecuted, cause);
        }
    }
}
