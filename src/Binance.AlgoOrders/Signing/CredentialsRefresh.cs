using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>Asks the provider for credentials because a user wants it, within the time of a call.</summary>
internal static class CredentialsRefresh
{
    public static async Task<bool> RunAsync(ApiTransport transport, CancellationToken cancellationToken)
    {
        if (!transport.Signing.CanRefresh)
        {
            throw new InvalidOperationException("This client has no CredentialsProvider to ask. Changed options take effect without being asked for.");
        }

        try
        {
            using CancellationTokenSource timer = transport.TimerFor(transport.Begin(timeout: null, cancellationToken).Timeout);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
            await transport.Signing.RefreshAsync(either.Token).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            Exception cause = QuotingFailure.WithoutSecrets(failure);
            string reason = cause is OperationCanceledException ? "it took longer than the timeout allows" : cause.Message.TrimEnd('.');
            throw new AlgoOrderTransportException($"The credentials were not refreshed ({reason}). Those at hand stay in use.", ExecutionStatus.NotExecuted, cause);
        }
    }
}
