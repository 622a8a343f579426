using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders;

/// <summary>
/// Signs with an RSA key: RSASSA-PKCS1-v1_5 with SHA-256, in Base64, percent-encoded. Thread-safe. Binance holds the public key, so that
/// the private one never leaves its owner.
/// </summary>
/// <remarks>The framework holds the key; disposing makes it clear and free it. The PEM's text is the caller's.</remarks>
public sealed class RsaSigner : IRequestSigner, IDisposable
{
    private const int LeastKeySize = 2048;

    private readonly RSA _rsa;
    private readonly int _signatureSize;
    private readonly Gate _gate = new();

    private RsaSigner(RSA rsa)
    {
        _rsa = rsa;
        _signatureSize = (rsa.KeySize + 7) / 8;
        MaxSignatureLength = 3 * Base64.GetMaxEncodedToUtf8Length(_signatureSize);
    }

    /// <summary>The most bytes that one signature takes: its Base64 if every character had to be percent-encoded; 1032 for a key of 2048 bits.</summary>
    public int MaxSignatureLength { get; }

    /// <summary>Reads the key.</summary>
    /// <param name="pem">
    /// A PEM whose first block is a private key in PKCS#8: <c>PRIVATE KEY</c>, or <c>ENCRYPTED PRIVATE KEY</c>. Of RSA, 2048 bits or more
    /// (Binance takes 2048 and 4096).
    /// </param>
    /// <param name="password">What the PEM is encrypted with; not used when it is not encrypted.</param>
    /// <returns>A signer, to be disposed.</returns>
    /// <exception cref="ArgumentException"><paramref name="pem"/> is anything else, or <paramref name="password"/> does not open it.</exception>
    public static RsaSigner FromPem(string pem, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(pem);
        return TryCreate(pem, password, out string failure) ?? throw new ArgumentException($"The PEM {failure}", nameof(pem));
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

        Span<byte> signature = stackalloc byte[_signatureSize];

        // The framework does not promise that one RSA object serves many threads. One lock, not a pool: a pool would hold the key many
        // times, and even at 9 ms for a signature (4096 bits) one key signs more than Binance's 40 requests a second.
        lock (_gate)
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
        lock (_gate)
        {
            _rsa.Dispose();
        }
    }

    /// <summary>The signer; else why there is none, in words that follow the name of the PEM, and without any of it.</summary>
    internal static RsaSigner? TryCreate(ReadOnlySpan<char> pem, string? password, out string failure)
    {
        PrivateKeyKind kind = PrivateKeyPem.KindOf(pem, out Range block);
        failure = FailureOf(kind, password);
        if (failure.Length > 0)
        {
            return null;
        }

        var rsa = RSA.Create();
        failure = Import(rsa, kind, pem[block], password);
        if (failure.Length == 0)
        {
            return new RsaSigner(rsa);
        }

        rsa.Dispose();
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
        catch (CryptographicException)
        {
            return kind == PrivateKeyKind.Encrypted ? PrivateKeyFailures.NotOpened : PrivateKeyFailures.Damaged;
        }

        return rsa.KeySize < LeastKeySize ? PrivateKeyFailures.TooShort(rsa.KeySize) : "";
    }
}
