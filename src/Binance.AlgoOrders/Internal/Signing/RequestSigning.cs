using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Stamps and signs for one account: the only holder of its keys.</summary>
/// <param name="keys">What is signed with.</param>
/// <param name="supply">Where it comes from; null: somebody puts it there.</param>
/// <param name="clock">Binance's.</param>
/// <param name="ownTiming">The user's; null: the clock stamps.</param>
internal sealed class RequestSigning(KeyRing keys, CredentialsSupply? supply, ServerClock clock, IRequestTimingProvider? ownTiming) : IDisposable
{
    // "&recvWindow=60000&timestamp=" and the digits of an Int64.
    private const int LongestTiming = 64;
    private static readonly byte[] SignatureName = "&signature="u8.ToArray();

    // Everything is percent-encoded already. Letting Uri canonicalise it could change a character after it was signed.
    private static readonly UriCreationOptions AsItIs = new() { DangerousDisablePathAndQueryCanonicalization = true };

    public KeyRing Keys => keys;

    /// <summary>Whether somebody can be asked for newer credentials.</summary>
    public bool CanRefresh => supply is not null;

    /// <summary>Binance's clock, which stamps the requests unless the user brings a timing of his own.</summary>
    public ServerClock Clock => clock;

    /// <summary>Key and signer for one send, to be released after it. Null: <see cref="LeaseAsync"/> has to get them first.</summary>
    public SigningIdentity? TryLease() => keys.TryLease();

    public async Task<SigningIdentity> LeaseAsync(CancellationToken cancellationToken)
    {
        if (supply is not null)
        {
            await supply.AskAfterAsync(0, CredentialsReason.FirstUse, cancellationToken).ConfigureAwait(false);
        }

        return keys.TryLease() ?? throw new ObjectDisposedException(nameof(RequestSigning), "The client has been disposed.");
    }

    /// <summary>Asks for credentials, not before now.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken) =>
        supply?.AskAfterAsync(keys.Inquiries, CredentialsReason.Requested, cancellationToken) ?? Task.CompletedTask;

    /// <summary>Finds out whether there are other credentials than those that Binance refused; asks for them where nobody has since.</summary>
    /// <param name="inquiry">The inquiry that the refused ones are from.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public async Task<bool> RenewAsync(int inquiry, CancellationToken cancellationToken)
    {
        if (supply is not null)
        {
            await supply.AskAfterAsync(inquiry, CredentialsReason.Refused, cancellationToken).ConfigureAwait(false);
        }

        return keys.WasReplacedAfter(inquiry);
    }

    /// <summary>The address as it is transmitted: parameters, recvWindow, timestamp, and last the signature over exactly those characters.</summary>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<Uri> SignAsync(
        SigningIdentity identity, Uri path, SignableMessage message, IRequestParameters parameters, CancellationToken cancellationToken)
    {
        RequestTiming stamp = (ownTiming ?? clock).Stamp(message.RecvWindow);
        message.LastTiming = stamp;
        message.LastInquiry = identity.LastInquiry;
        IRequestSigner signer = identity.Signer;
        byte[] buffer = ArrayPool<byte>.Shared.Rent(parameters.MaxLength + LongestTiming + SignatureName.Length + signer.MaxSignatureLength);
        try
        {
            int length = WritePayload(buffer, parameters, stamp);
            int signatureStart = length + SignatureName.Length;
            SignatureName.CopyTo(buffer, length);
            int signatureLength = await signer
                .SignAsync(buffer.AsMemory(0, length), buffer.AsMemory(signatureStart), cancellationToken)
                .ConfigureAwait(false);
            return WithQuery(path, buffer.AsMemory(0, signatureStart + signatureLength));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    public void Dispose()
    {
        supply?.Dispose();
        keys.Dispose();
    }

    private static int WritePayload(Span<byte> buffer, IRequestParameters parameters, RequestTiming stamp)
    {
        int length = parameters.Write(buffer);
        length += Write(buffer[length..], length == 0 ? "recvWindow="u8 : "&recvWindow="u8, stamp.RecvWindow);
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
        return new Uri(address, AsItIs);
    }
}
