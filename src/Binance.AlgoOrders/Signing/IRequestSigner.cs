namespace Binance.AlgoOrders;

/// <summary>
/// Signs requests immediately before they are sent. <see cref="HmacSha256Signer"/> is the default. Implement this interface for a key that is kept
/// elsewhere, such as in a key vault or a hardware module. The client calls it once for every send and concurrently, so that implementations must
/// be thread-safe.
/// </summary>
public interface IRequestSigner
{
    /// <summary>Gets the maximum number of bytes of one signature, in the form in which it is sent.</summary>
    int MaxSignatureLength { get; }

    /// <summary>Writes the signature of exactly these bytes.</summary>
    /// <param name="payload">The percent-encoded ASCII characters that are transmitted, without <c>&amp;signature=</c>.</param>
    /// <param name="destination">
    /// The buffer for the signature, at least <see cref="MaxSignatureLength"/> bytes. The signature is ASCII, percent-encoded where its alphabet
    /// requires it, and can be appended to the query as it is.
    /// </param>
    /// <param name="cancellationToken">A token that is canceled with the attempt. Observe it if signing leaves the process.</param>
    /// <returns>The number of bytes written.</returns>
    ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default);
}
