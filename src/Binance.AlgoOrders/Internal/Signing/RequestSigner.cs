using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Binance.AlgoOrders.Internal.Clock;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Stamps and signs the requests of one account. Owns its store.</summary>
/// <param name="store">The current credentials.</param>
/// <param name="refresher">Gets credentials from a provider, or null if the options contain them.</param>
/// <param name="clock">The estimate of Binance's clock.</param>
/// <param name="timingProvider">The user's own timing, or null to use the clock.</param>
internal sealed class RequestSigner(CredentialStore store, CredentialRefresher? refresher, ServerClock clock, IRequestTimingProvider? timingProvider) : IDisposable
{
    // The length of "&recvWindow=60000&timestamp=" and the digits of an Int64.
    private const int MaxTimingLength = 64;
    private static readonly byte[] SignatureName = "&signature="u8.ToArray();

    // The query is percent-encoded already. Canonicalization could change a character after it was signed.
    private static readonly UriCreationOptions WithoutCanonicalization = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public CredentialStore Credentials => store;

    /// <summary>True if there is a provider to get newer credentials from.</summary>
    public bool CanRefresh => refresher is not null;

    /// <summary>Gets the estimate of Binance's clock, which stamps the requests unless the user has set a timing provider.</summary>
    public ServerClock Clock => clock;

    /// <summary>Leases the credentials for one request. Returns null if <see cref="LeaseAsync"/> must get them first.</summary>
    public SigningCredentials? TryLease() => store.TryLease();

    public async Task<SigningCredentials> LeaseAsync(CancellationToken cancellationToken)
    {
        if (refresher is not null)
        {
            await refresher.RefreshAfterAsync(0, CredentialsReason.FirstUse, cancellationToken).ConfigureAwait(false);
        }

        return store.TryLease() ?? throw new ObjectDisposedException(nameof(RequestSigner), "The client has been disposed.");
    }

    /// <summary>Gets credentials from the provider, with a refresh that starts now or later.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) =>
        refresher?.RefreshAfterAsync(store.LatestVersion, CredentialsReason.Requested, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Refreshes credentials that Binance rejected, unless they were refreshed since. Returns true if there are others now.</summary>
    /// <param name="version">The version of the rejected credentials.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<bool> RefreshRejectedAsync(int version, CancellationToken cancellationToken)
    {
        if (refresher is not null)
        {
            await refresher.RefreshAfterAsync(version, CredentialsReason.Rejected, cancellationToken).ConfigureAwait(false);
        }

        return store.WasReplacedAfter(version);
    }

    /// <summary>Returns the address with parameters, recvWindow, timestamp and, last, the signature over exactly those characters.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<SignedAddress> SignAsync(SigningCredentials credentials, Uri path, SignedRequestMessage message, CancellationToken cancellationToken)
    {
        RequestTiming stamp = (timingProvider ?? clock).Stamp(message.RecvWindow);
        ApiRequest request = message.Request;
        IRequestSigner signer = credentials.Signer;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(request.MaxLength + MaxTimingLength + SignatureName.Length + signer.MaxSignatureLength);
        try
        {
            int length = WritePayload(buffer, request, stamp);
            int signatureStart = length + SignatureName.Length;
            SignatureName.CopyTo(buffer, length);
            int signatureLength = await signer
                .SignAsync(buffer.AsMemory(0, length), buffer.AsMemory(signatureStart), cancellationToken)
                .ConfigureAwait(false);
            return new SignedAddress(WithQuery(path, buffer.AsMemory(0, signatureStart + signatureLength)), stamp);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public void Dispose()
    {
        refresher?.Dispose();
        store.Dispose();
    }

    private static int WritePayload(Span<byte> buffer, ApiRequest request, RequestTiming stamp)
    {
        int length = request.Write(buffer);
        if (length > 0)
        {
            buffer[length++] = (byte)'&';
        }

        length += Write(buffer[length..], "recvWindow="u8, stamp.RecvWindow);
        return length + Write(buffer[length..], "&timestamp="u8, stamp.Timestamp);
    }

    private static int Write(Span<byte> buffer, ReadOnlySpan<byte> name, long value)
    {
        name.CopyTo(buffer);
        value.TryFormat(buffer[name.Length..], out int digits, provider: CultureInfo.InvariantCulture);
        return name.Length + digits;
    }

    private static Uri WithQuery(Uri path, ReadOnlyMemory<byte> query)
    {
        string start = path.AbsoluteUri;
        string address = string.Create(start.Length + 1 + query.Length, (start, query), static (destination, parts) =>
        {
            parts.start.CopyTo(destination);
            destination[parts.start.Length] = '?';
            Encoding.ASCII.GetChars(parts.query.Span, destination[(parts.start.Length + 1)..]);
        });
        return new Uri(address, WithoutCanonicalization);
    }
}

/// <summary>The signed address of one copy of a request.</summary>
/// <param name="Address">The address with its query.</param>
/// <param name="Timing">The timestamp and the window in the query.</param>
internal readonly record struct SignedAddress(Uri Address, RequestTiming Timing);
