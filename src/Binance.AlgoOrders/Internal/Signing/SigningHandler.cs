namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// Signs every message directly before the primary handler. Each copy that a user's handler sends is stamped and signed anew, and only the
/// primary handler sees query, key and signature.
/// </summary>
internal sealed class SigningHandler(RequestSigner signer, HttpMessageHandler primaryHandler) : DelegatingHandler(primaryHandler)
{
    private const string ApiKeyHeader = "X-MBX-APIKEY";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SignedRequestMessage message = request as SignedRequestMessage
            ?? throw new InvalidOperationException("The handler must get the messages of AlgoOrderClient themselves, but got another message. A handler that copies messages, such as a hedging handler, cannot be used.");
        Uri path = ValidateTarget(request.RequestUri);
        if (message.Parameters is null)
        {
            message.CountCopy();
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        // The lease keeps key and signer together, even if they are replaced while the request is in progress.
        SigningCredentials credentials = signer.TryLease() ?? await signer.LeaseAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            request.RequestUri = await signer.SignAsync(credentials, path, message, message.Parameters, cancellationToken).ConfigureAwait(false);
            SetApiKey(request, credentials.ApiKey);
            message.CountCopy();
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RequestUri = path;
            request.Headers.Remove(ApiKeyHeader);
            credentials.Release();
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests are signed asynchronously. Use SendAsync.");

    // This is the last check before the wire. A handler may have changed the address, and a key must never be sent in the clear.
    private static Uri ValidateTarget(Uri? target) => target switch
    {
        { IsAbsoluteUri: true, Query.Length: > 0 } => throw new InvalidOperationException("The address must have no query, but a handler added one. Only signed parameters are sent."),
        { IsAbsoluteUri: true } when target.Scheme == Uri.UriSchemeHttps => target,
        { IsAbsoluteUri: true, IsLoopback: true } when target.Scheme == Uri.UriSchemeHttp => target,
        _ => throw new InvalidOperationException("The address must be https, or http on a loopback host, but was not."),
    };

    private static void SetApiKey(HttpRequestMessage request, string apiKey)
    {
        // A handler may have added the header. Most messages have no header yet, and removing one by name is not free.
        if (request.Headers.NonValidated.Count > 0)
        {
            request.Headers.Remove(ApiKeyHeader);
        }

        request.Headers.TryAddWithoutValidation(ApiKeyHeader, apiKey);
    }
}
