using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Internal;

namespace Binance.AlgoOrders;

/// <summary>
/// Signs requests with an Ed25519 key, the kind of key that Binance recommends. A signature is Base64, percent-encoded. Thread-safe. Binance
/// holds the public key, so the private key never leaves its owner.
/// </summary>
/// <remarks>
/// libsodium holds the key in memory between guard pages, kept out of swap and core dumps as far as the system allows. Copies made while
/// the key is read are zeroed at once. Disposing the signer zeroes the key. The caller owns the text of the PEM.
/// </remarks>
public sealed class Ed25519Signer : IRequestSigner, IDisposable
{
    // The Base64 of a signature, if every character had to be percent-encoded.
    private static readonly int LongestSignature = 3 * Base64.GetMaxEncodedToUtf8Length(Ed25519Key.SignatureSize);

    private readonly Ed25519Key _key;
    private volatile bool _isDisposed;

    private Ed25519Signer(Ed25519Key key) => _key = key;

    /// <summary>Gets the maximum length of a signature in bytes: 264.</summary>
    public int MaxSignatureLength => LongestSignature;

    /// <summary>Creates a signer from a private key.</summary>
    /// <param name="pem">A PEM whose first block is an Ed25519 private key in PKCS#8: <c>PRIVATE KEY</c>, or <c>ENCRYPTED PRIVATE KEY</c>.</param>
    /// <param name="password">The password of an encrypted PEM. Ignored for a PEM that is not encrypted.</param>
    /// <returns>The signer. The caller disposes it.</returns>
    /// <exception cref="ArgumentException"><paramref name="pem"/> is anything else, or <paramref name="password"/> does not decrypt it.</exception>
    /// <exception cref="DllNotFoundException">libsodium could not be loaded.</exception>
    public static Ed25519Signer FromPem(string pem, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return TryCreate(pem, password, out Ed25519PemContent content) ?? throw new ArgumentException(Explain(content, pem), nameof(pem));
    }

    /// <summary>Writes the signature of a payload.</summary>
    /// <param name="payload">The percent-encoded ASCII characters that are sent, without <c>&amp;signature=</c>.</param>
    /// <param name="destination">The buffer for the signature, of at least <see cref="MaxSignatureLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <see cref="MaxSignatureLength"/>.</exception>
    /// <exception cref="ObjectDisposedException">The signer has been disposed.</exception>
    public int Sign(ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        if (destination.Length < MaxSignatureLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"The destination must have at least {MaxSignatureLength} bytes, but had {destination.Length}."),
                nameof(destination));
        }

        ObjectDisposedException.ThrowIf(_isDisposed, this);
        Span<byte> signature = stackalloc byte[Ed25519Key.SignatureSize];
        _key.Sign(payload, signature);
        return Encoding.ASCII.GetBytes(Uri.EscapeDataString(Convert.ToBase64String(signature)), destination);
    }

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Sign(payload.Span, destination.Span));

    /// <summary>Zeroes and frees the key as soon as no call signs with it. Signing afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        _isDisposed = true;
        _key.Dispose();
    }

    /// <summary>Creates a signer, or returns null if the content of the PEM is not <see cref="Ed25519PemContent.Seed"/>.</summary>
    internal static Ed25519Signer? TryCreate(ReadOnlySpan<char> pem, string? password, out Ed25519PemContent content)
    {
        Span<byte> seed = stackalloc byte[Ed25519Key.SeedSize];
        try
        {
            content = Ed25519Pem.Read(pem, password, seed);
            return content == Ed25519PemContent.Seed ? new Ed25519Signer(Import(seed)) : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(seed);
        }
    }

    private static Ed25519Key Import(ReadOnlySpan<byte> seed)
    {
        try
        {
            return Ed25519Key.Import(seed);
        }
        catch (Exception exception) when (exception is DllNotFoundException or BadImageFormatException or PlatformNotSupportedException)
        {
            throw new DllNotFoundException(
                "Ed25519 keys need libsodium, but it could not be loaded. Deploy the native files of the NuGet package 'libsodium' with the program.",
                exception);
        }
    }

    private static string Explain(Ed25519PemContent content, string pem) => content switch
    {
        Ed25519PemContent.NoPassword => "The PEM is encrypted, but no password was given.",
        Ed25519PemContent.NotDecrypted => ExplainEncryption(pem),
        Ed25519PemContent.OtherKind => "The PEM must hold an Ed25519 key, but holds a private key of another kind.",
        Ed25519PemContent.Damaged => "The PEM holds a damaged Ed25519 key: the key must be an octet string of 32 bytes.",
        _ => "The PEM must be a private key in PKCS#8, but does not begin with a well-formed block PRIVATE KEY or ENCRYPTED PRIVATE KEY. "
            + "Pass the text of the file, not its path.",
    };

    private static string ExplainEncryption(string pem)
    {
        using var text = PrivateKeyText.Read(pem);
        return text.FindUnsupportedEncryption() switch
        {
            { } algorithm => $"The PEM is encrypted with {algorithm}, {PrivateKeyEncryption.Advice}",
            _ => "The PEM could not be decrypted: the password is wrong, or the key is in version 2 of PKCS#8, which is read only if it is not encrypted.",
        };
    }
}
