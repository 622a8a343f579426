using System.Runtime.CompilerServices;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>
/// Signs every message directly before the handler that sends it. Each copy that a user's handler sends is stamped, signed and counted, and only
/// the sender sees query, key and signature. Refuses the copies that must not be sent.
/// </summary>
/// <param name="signer">Stamps and signs the messages.</param>
/// <param name="limits">The limits of the client.</param>
/// <param name="sender">The handler that sends the messages.</param>
/// <param name="mayUseProxy">True if the sender may send a message through a proxy.</param>
internal sealed class SigningHandler(RequestSigner signer, RateLimitTracker limits, HttpMessageHandler sender, bool mayUseProxy) : DelegatingHandler(sender)
{
    private const string ApiKeyHeader = "X-MBX-APIKEY";

    private readonly EmptyContentPool _contents = new();

    /// <summary>Returns true if the handler signs with the keys of this client.</summary>
    public bool BelongsTo(RequestSigner client) => signer == client;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        SignedRequestMessage message = request as SignedRequestMessage
            ?? throw new InvalidOperationException("The handler must get the messages of AlgoOrderClient themselves, but got another message. A handler that copies messages, such as a hedging handler, cannot be used.");
        Uri path = ValidateTarget(request.RequestUri);
        RemoveReservedHeaders(request);
        if (!message.Request.Endpoint.IsSigned && !message.Request.Endpoint.NeedsKeyOnly)
        {
            ThrowIfMayNotBeSent(message);
            return await SendCopyAsync(message, cancellationToken).ConfigureAwait(false);
        }

        // The lease keeps key and signer together, even if they are replaced while the request is in progress.
        SigningCredentials credentials = signer.TryLease() ?? await signer.LeaseAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            request.RequestUri = await AuthorizeAsync(message, path, credentials, cancellationToken).ConfigureAwait(false);
            request.Headers.TryAddWithoutValidation(ApiKeyHeader, credentials.ApiKey);
            return await SendCopyAsync(message, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            credentials.Release();
            request.RequestUri = path;
            request.Headers.Remove(ApiKeyHeader);
        }
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Requests are signed asynchronously. Use SendAsync.");

    /// <summary>Returns the address of a copy, signed unless the endpoint needs the key only.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Uri> AuthorizeAsync(SignedRequestMessage message, Uri path, SigningCredentials credentials, CancellationToken cancellationToken)
    {
        if (message.Request.Endpoint.NeedsKeyOnly)
        {
            ThrowIfMayNotBeSent(message);
            ThrowIfEnded(message, message.TryRecordKey(credentials.LastVersion));
            return path;
        }

        SignedAddress signed = await signer.SignAsync(credentials, path, message, cancellationToken).ConfigureAwait(false);
        ThrowIfMayNotBeSent(message);
        ThrowIfEnded(message, message.TryRecordSignature(signed.Timing, credentials.LastVersion));
        return signed.Address;
    }

    private static void ThrowIfEnded(SignedRequestMessage message, bool isRecorded)
    {
        if (!isRecorded)
        {
            throw CreateEnd(message);
        }
    }

    // This is the last check before the wire. A handler may have changed the address, and a key must never be sent in the clear.
    private Uri ValidateTarget(Uri? target) => target switch
    {
        { IsAbsoluteUri: true, Query.Length: > 0 } => throw new InvalidOperationException("The address must have no query, but a handler added one. Only signed parameters are sent."),
        { IsAbsoluteUri: true } when mayUseProxy && LoopbackAddress.MayBe(target) =>
            throw new InvalidOperationException("The address must not be loopback, but a handler changed it to loopback, and the request could go through a proxy. Set BaseAddress, or UseProxy = false on the primary handler."),
        { IsAbsoluteUri: true } when target.Scheme == Uri.UriSchemeHttps => target,
        { IsAbsoluteUri: true } when target.Scheme == Uri.UriSchemeHttp && LoopbackAddress.Matches(target) => target,
        _ => throw new InvalidOperationException("The address must be https, or http on localhost or a loopback IP address, but was not."),
    };

    // A handler may have added the key. With Expect, the framework sends a request again if the server closes the connection. With chunks, the content
    // has no Content-Length. Most messages have no header yet, and removing one by name is not free.
    private static void RemoveReservedHeaders(HttpRequestMessage request)
    {
        if (request.Headers.NonValidated.Count > 0)
        {
            request.Headers.Remove(ApiKeyHeader);
            request.Headers.Remove("Expect");
            request.Headers.Remove("Transfer-Encoding");
        }
    }

    private static OperationCanceledException CreateEnd(SignedRequestMessage message) => new($"{message} was not sent, because its attempt has ended.");

    private void ThrowIfMayNotBeSent(SignedRequestMessage message)
    {
        if (message.CopiesSent > 0 && !message.Request.Endpoint.IsRepeatable)
        {
            throw new InvalidOperationException($"{message} was not sent again, because its first copy may have been executed, and two executions differ from one. A handler must not retry it.");
        }

        if (message.IsAbandoned)
        {
            throw CreateEnd(message);
        }

        if (message.UnreadRateLimit is { } limit)
        {
            limits.BlockAfter(limit);
            message.UnreadRateLimit = null;
        }

        if (limits.GetBlock(message.Request.Endpoint.Cost) is { } block)
        {
            throw new RequestBlockedException(block);
        }
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<HttpResponseMessage> SendCopyAsync(SignedRequestMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        message.AddCopies(1);
        HttpContent? replaced = message.Content;
        EmptyContent? content = message.Request.Endpoint.ChangesState ? _contents.Rent() : null;
        message.Content = content;
        try
        {
            HttpResponseMessage response = await base.SendAsync(message, cancellationToken).ConfigureAwait(false);
            TrackRateLimit(message, response);
            if (content is not null)
            {
                message.AddCopies(CountRetriesOfFramework(content));
                _contents.Return(content);
            }

            return response;
        }
        catch (HttpRequestException failure) when (content is null or { TimesSent: <= 1 } && ConnectFailure.Matches(failure))
        {
            message.AddCopies(-1);
            throw;
        }
        finally
        {
            message.Content = replaced;
        }
    }

    private static int CountRetriesOfFramework(EmptyContent content) => Math.Max(content.TimesSent - 1, 0);

    // A handler may swallow the response. The body, which only the client reads, may name the time and the scope if the headers do not.
    private void TrackRateLimit(SignedRequestMessage message, HttpResponseMessage response)
    {
        if (!RateLimitTracker.IsRateLimit(response.StatusCode))
        {
            return;
        }

        UnreadRateLimit limit = limits.ReadHeaders(response, message.Request.Endpoint);
        if (limit.DependsOnBody)
        {
            message.UnreadRateLimit = limit;
        }
        else
        {
            limits.BlockAfter(limit);
        }
    }
}
