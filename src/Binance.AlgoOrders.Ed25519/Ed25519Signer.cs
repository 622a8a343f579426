using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Internal;

namespace Binance.AlgoOrders;

/// <summary>
/// Signs with an Ed25519 key, by libsodium, in Base64, percent-encoded: the kind of key that Binance recommends. Thread-safe. Binance holds
/// the public key, so that the private one never leaves its owner.
/// </summary>
/// <remarks>
/// The key lies in memory of libsodium, between guard pages and kept out of swap and core dumps as far as the system lets it. Copies made while
/// it is read are zeroed at once; disposing zeroes the key. The PEM's text is the caller's.
/// </remarks>
public sealed class Ed25519Signer : IRequestSigner, IDisposable
{
    // If every character of the Base64 had to be percent-encoded.
    private static readonly int LongestSignature = 3 * Base64.GetMaxEncodedToUtf8Length(Sodium.SignatureSize);

    private readonly LockedMemory _key;

    private Ed25519Signer(LockedMemory key) => _key = key;

    /// <summary>The most bytes that one signature takes: 264.</summary>
    public int MaxSignatureLength => LongestSignature;

    /// <summary>Reads the key.</summary>
    /// <param name="pem">A PEM whose first block is an Ed25519 private key in PKCS#8: <c>PRIVATE KEY</c>, or <c>ENCRYPTED PRIVATE KEY</c>.</param>
    /// <param name="password">What the PEM is encrypted with; not used when it is not encrypted.</param>
    /// <returns>A signer, to be disposed.</returns>
    /// <exception cref="ArgumentException"><paramref name="pem"/> is anything else, or <paramref name="password"/> does not open it.</exception>
    /// <exception cref="DllNotFoundException">libsodium was found neither beside the program nor on the system; the message says what to install.</exception>
    public static Ed25519Signer FromPem(string pem, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return TryCreate(pem, password, out Ed25519PemContent content) ?? throw new ArgumentException(Explain(content), nameof(pem));
    }

    /// <summary>Writes the signature over exactly these bytes.</summary>
    /// <param name="payload">The percent-encoded ASCII characters that are transmitted, without <c>&amp;signature=</c>.</param>
    /// <param name="destination">Receives Base64, percent-encoded. At least <see cref="MaxSignatureLength"/> bytes.</param>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <see cref="MaxSignatureLength"/>.</exception>
    /// <exception cref="ObjectDisposedException">The signer has been disposed.</exception>
    public int Sign(ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        if (destination.Length < MaxSignatureLength)
        {
            throw new ArgumentException("A signature may take MaxSignatureLength bytes.", nameof(destination));
        }

        ObjectDisposedException.ThrowIf(_key.IsClosed, this);
        Span<byte> signature = stackalloc byte[Sodium.SignatureSize];
        ThrowIfFailed(Sodium.Sign(signature, signatureLength: 0, payload, (ulong)payload.Length, _key));
        return Encoding.ASCII.GetBytes(Uri.EscapeDataString(Convert.ToBase64String(signature)), destination);
    }

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Sign(payload.Span, destination.Span));

    /// <summary>Zeroes and frees the key, once the last call that signs with it has ended. Signing afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose() => _key.Dispose();

    internal static Ed25519Signer? TryCreate(ReadOnlySpan<char> pem, string? password, out Ed25519PemContent content)
    {
        Span<byte> seed = stackalloc byte[Sodium.SeedSize];
        try
        {
            content = Ed25519Pem.Read(pem, password, seed);
            return content == Ed25519PemContent.Seed ? new Ed25519Signer(MakeKey(seed)) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private static LockedMemory MakeKey(ReadOnlySpan<byte> seed)
    {
        ThrowIfFailed(Sodium.Initialize());
        LockedMemory key = Sodium.Allocate(Sodium.SecretKeySize);
        if (key.IsInvalid)
        {
            throw new CryptographicException("libsodium has no memory for the key.");
        }

        ThrowIfFailed(Sodium.MakeKeyPair(stackalloc byte[Sodium.PublicKeySize], key, seed));
        return key;
    }

    private static void ThrowIfFailed(int result)
    {
        if (result < 0)
        {
            throw new CryptographicException("libsodium failed.");
        }
    }

    private static string Explain(Ed25519PemContent content) => content switch
    {
        Ed25519PemContent.NoPassword => "The PEM is encrypted, and no password is given.",
        Ed25519PemContent.NotOpened => "The PEM is not opened by the password.",
        Ed25519PemContent.OtherKind => "The PEM is a private key, but not of the kind Ed25519.",
        Ed25519PemContent.Damaged => "The PEM is a damaged Ed25519 key.",
        _ => "The PEM holds no private key in PKCS#8: no well-formed block PRIVATE KEY or ENCRYPTED PRIVATE KEY comes first. It is the text of the file, not its path.",
    };
}
