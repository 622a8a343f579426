namespace Binance.AlgoOrders.Internal.Requests;

/// <summary>
/// Removes keys and signatures from exceptions. The framework quotes status lines and headers that it cannot read, and a peer may have
/// sent the request back as its response.
/// </summary>
internal static class ExceptionRedactor
{
    /// <summary>Returns the exception itself, or a copy without secrets if its message or that of an inner exception contains one.</summary>
    public static Exception Redact(Exception failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (ResponseText.ContainsSecret(cause.Message))
            {
                return Copy(failure, ResponseText.Redact(failure.Message));
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
