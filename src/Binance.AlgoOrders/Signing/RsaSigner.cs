using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders;

/// <summary>
/// Signs with an RSA key: RSASSA-PKCS1-v1_5 with SHA-256, in Base64, percent-encoded. Thread-safe. Binance holds only the public key. The private
/// key never leaves its owner.
/// </summary>
/// <remarks>
/// The framework holds the key. Disposing the signer makes the framework clear and free it. Clearing the text of the PEM is up to the caller.
/// </remarks>
public sealed class RsaSigner : IRequestSigner, IDisposable
{
    private const int MinKeySize = 2048;

    private readonly RSA _rsa;
    private readonly int _signatureSize;
    private readonly Lock _lock = new();

    private RsaSigner(RSA rsa)
    {
        _rsa = rsa;
        _signatureSize = (rsa.KeySize + 7) / 8;
        MaxSignatureLength = 3 * Base64.GetMaxEncodedToUtf8Length(_signatureSize);
    }

    /// <summary>
    /// Gets the maximum number of bytes of one signature: the length of its Base64 text if every character were percent-encoded, which is 1032 for
    /// a key of 2048 bits.
    /// </summary>
    public int MaxSignatureLength { get; }

    /// <summary>Creates a signer from a PEM.</summary>
    /// <param name="pem">
    /// A PEM whose first block is a private key in PKCS#8: <c>PRIVATE KEY</c>, or <c>ENCRYPTED PRIVATE KEY</c>. It must be an RSA key of 2048 bits
    /// or more (Binance accepts 2048 and 4096). The forms of <see cref="AlgoOrderClientOptions.PrivateKeyPem"/> are read.
    /// </param>
    /// <param name="password">The password of an encrypted PEM. It is ignored if the PEM is not encrypted.</param>
    /// <returns>The signer, which the caller disposes.</returns>
    /// <exception cref="ArgumentException"><paramref name="pem"/> is anything else, or <paramref name="password"/> does not open it.</exception>
    public static RsaSigner FromPem(string pem, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return TryCreate(pem, password, out string failure) ?? throw new ArgumentException($"The PEM {failure}", nameof(pem));
    }

    /// <summary>Writes the signature of exactly these bytes.</summary>
    /// <param name="payload">The percent-encoded ASCII characters that are transmitted, without <c>&amp;signature=</c>.</param>
    /// <param name="destination">The buffer for the percent-encoded Base64, at least <see cref="MaxSignatureLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than <see cref="MaxSignatureLength"/>.</exception>
    /// <exception cref="ObjectDisposedException">The signer has been disposed.</exception>
    public int Sign(ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        if (destination.Length < MaxSignatureLength)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"destination must have at least {MaxSignatureLength} bytes, but had {destination.Length}."),
                nameof(destination));
        }

        Span<byte> signature = stackalloc byte[_signatureSize];

        // An RSA object is not documented to be thread-safe. A pool would hold the key many times, and even at 9 ms for a signature (4096 bits)
        // one key signs more than the 40 requests a second that Binance accepts.
        lock (_lock)
        {
            _rsa.SignData(payload, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        return Encoding.ASCII.GetBytes(Uri.EscapeDataString(Convert.ToBase64String(signature)), destination);
    }

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Sign(payload.Span, destination.Span));

    /// <summary>Clears and frees the key. Signing afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            _rsa.Dispose();
        }
    }

    /// <summary>Returns the signer, or null and a failure that continues a sentence beginning with the name of the PEM and does not quote it.</summary>
    internal static RsaSigner? TryCreate(ReadOnlySpan<char> pem, string? password, out string failure)
    {
        using var text = PrivateKeyText.Read(pem);
        PrivateKeyKind kind = PrivateKeyPem.KindOf(text.Text, out Range block);
        failure = FailureOf(kind, password);
        if (failure.Length > 0)
        {
            return null;
        }

        var rsa = RSA.Create();
        failure = Import(rsa, kind, text.Text[block], password);
        if (failure.Length == 0)
        {
            return new RsaSigner(rsa);
        }

        rsa.Dispose();
        if (failure == PrivateKeyFailures.NotOpened && text.FindUnsupportedEncryption() is { } algorithm)
        {
            failure = PrivateKeyFailures.EncryptedWith(algorithm);
        }

        return null;
    }

    private static string FailureOf(PrivateKeyKind kind, string? password) => kind switch
    {
        PrivateKeyKind.None => PrivateKeyFailures.NoPrivateKey,
        PrivateKeyKind.Encrypted when string.IsNullOrEmpty(password) => PrivateKeyFailures.NoPassword,
        PrivateKeyKind.Ed25519 => PrivateKeyFailures.Ed25519,
        PrivateKeyKind.Other => PrivateKeyFailures.OtherKind,
        _ => "",
    };

    private static string Import(RSA rsa, PrivateKeyKind kind, ReadOnlySpan<char> block, string? password)
    {
        try
        {
            if (kind == PrivateKeyKind.Encrypted)
            {
                rsa.ImportFromEncryptedPem(block, password);
            }
            else
            {
                rsa.ImportFromPem(block);
            }
        }
        catch (CryptographicException) when (kind == PrivateKeyKind.Encrypted)
        {
            return PrivateKeyFailures.NotOpened;
        }
        catch (CryptographicException)
        {
            return PrivateKeyFailures.Damaged;
        }

        return rsa.KeySize switch
        {
            < MinKeySize => PrivateKeyFailures.TooShort(rsa.KeySize),
            _ => "",
        };
    }
}
