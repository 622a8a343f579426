namespace Binance.AlgoOrders;

/// <summary>
/// Signs what is about to leave. <see cref="HmacSha256Signer"/> is the default; implement it for a key that lives elsewhere, such as in a
/// key vault or a hardware module. Called once for every send, concurrently: implementations are thread-safe.
/// </summary>
public interface IRequestSigner
{
    /// <summary>The most bytes that one signature takes, in the form in which it is sent.</summary>
    int MaxSignatureLength { get; }

    /// <summary>Writes the signature over exactly these bytes.</summary>
    /// <param name="payload">The percent-encoded ASCII characters that are transmitted, without <c>&amp;signature=</c>.</param>
    /// <param name="destination">
    /// Receives the signature, ready to be appended to the query: ASCII, percent-encoded where its alphabet needs it. At least
    /// <see cref="MaxSignatureLength"/> bytes.
    /// </param>
    /// <param name="cancellationToken">Ends with the attempt; heed it where signing leaves the process.</param>
    /// <returns>How many bytes were written.</returns>
    ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default);
}
