namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// Wrapped around the primary handler, so that it is innermost whatever handlers a user adds: every send, also one that somebody else's
/// retry handler repeats, is stamped and signed anew, and only the primary handler ever sees query, key and signature.
/// </summary>
internal sealed class SigningHandler(RequestSigning signing, HttpMessageHandler primaryHandler) : DelegatingHandler(primaryHandler)
{
    private const string ApiKeyHeader = "X-MBX-APIKEY";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SignableMessage message = request as SignableMessage
            ?? throw new InvalidOperationException("Only requests of AlgoOrderClient are sent here, and no copies of them such as a hedging handler makes: this message does not know what is to be signed.");
        Uri path = CheckedTarget(request.RequestUri);
        if (message.Parameters is null)
        {
            message.CountSend();
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        // Key and signer are those of one moment, whatever is replaced meanwhile; they are kept until the send has ended.
        SigningIdentity identity = signing.TryLease() ?? await signing.LeaseAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            request.RequestUri = await signing.SignAsync(identity, path, message, message.Parameters, cancellationToken).ConfigureAwait(false);
            SetApiKey(request, identity.ApiKey);
            message.CountSend();
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            request.RequestUri = path;
            request.Headers.Remove(ApiKeyHeader);
            identity.Release();
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests are signed asynchronously: use SendAsync.");

    // The last place before the wire: whatever was configured, or rewritten by a handler on the way, a key never leaves in the clear.
    private static Uri CheckedTarget(Uri? target) => target switch
    {
        { IsAbsoluteUri: true, Query.Length: > 0 } => throw new InvalidOperationException("A handler added a query to the request; only signed parameters are sent."),
        { IsAbsoluteUri: true } when target.Scheme == Uri.UriSchemeHttps => target,
        { IsAbsoluteUri: true, IsLoopback: true } when target.Scheme == Uri.UriSchemeHttp => target,
        _ => throw new InvalidOperationException("Signed requests go to an https address, or to plain http on a loopback host."),
    };

    private static void SetApiKey(HttpRequestMessage request, string apiKey)
    {
        // Set, never added: a handler may have put one there. Most messages have no header yet, and looking one up by its name is not free.
        if (request.Headers.NonValidated.Count > 0)
        {
            request.Headers.Remove(ApiKeyHeader);
        }

        request.Headers.TryAddWithoutValidation(ApiKeyHeader, apiKey);
    }
}
