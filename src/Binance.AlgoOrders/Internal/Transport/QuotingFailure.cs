namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>
/// Keeps key and signature out of exceptions: the framework quotes status lines and headers that it cannot read, and a peer may have sent
/// the request back as its answer.
/// </summary>
internal static class QuotingFailure
{
    /// <summary>The failure itself or, where it or what caused it quotes a secret, a copy that does not.</summary>
    public static Exception WithoutSecrets(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (ResponseText.HoldsSecret(cause.Message))
            {
                return Copy(failure, ResponseText.Clean(failure.Message));
            }
        }

        return failure;
    }

    private static Exception Copy(Exception failure, string message) => failure switch
    {
        HttpRequestException request => new HttpRequestException(request.HttpRequestError, message, inner: null, request.StatusCode),
        OperationCanceledException canceled => new OperationCanceledException(message, canceled.CancellationToken),
        _ => new IOException(message),
    };
}
