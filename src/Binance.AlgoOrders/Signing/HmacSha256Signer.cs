using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders;

/// <summary>Signs with HMAC-SHA256, Binance's default kind of key. A signature is 64 lower-case hexadecimal digits. Thread-safe.</summary>
/// <remarks>The constructor turns the secret into a keyed hash and zeroes its own copy of the secret at once. Disposing frees the keyed hash.</remarks>
public sealed class HmacSha256Signer : IRequestSigner, IDisposable
{
    private const int SignatureLength = HMACSHA256.HashSizeInBytes * 2;

    private readonly IncrementalHash _hmac;

    /// <summary>Initializes a signer with a secret as Binance shows it.</summary>
    /// <param name="secretKey">The secret. Not empty, no white space. The signer keeps no reference to it.</param>
    /// <exception cref="ArgumentException"><paramref name="secretKey"/> is null or empty, or contains white space.</exception>
    public HmacSha256Signer(string secretKey)
    {
        ArgumentException.ThrowIfNullOrEmpty(secretKey);
        if (secretKey.Any(char.IsWhiteSpace))
        {
            throw new ArgumentException("secretKey must not contain white space.", nameof(secretKey));
        }

        byte[] key = Encoding.UTF8.GetBytes(secretKey);
        _hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        CryptographicOperations.ZeroMemory(key);
    }

    /// <inheritdoc/>
    public int MaxSignatureLength => SignatureLength;

    /// <summary>Writes the signature of exactly these bytes.</summary>
    /// <param name="payload">The percent-encoded ASCII characters that are transmitted, without <c>&amp;signature=</c>.</param>
    /// <param name="destination">The buffer for 64 lower-case hexadecimal digits.</param>
    /// <returns>The number of bytes written, always 64.</returns>
    /// <exception cref="ArgumentException"><paramref name="destination"/> is shorter than 64 bytes.</exception>
    /// <exception cref="ObjectDisposedException">The signer has been disposed.</exception>
    public int Sign(ReadOnlySpan<byte> payload, Span<byte> destination)
    {
        if (destination.Length < SignatureLength)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"destination must have at least 64 bytes, but had {destination.Length}.");
            throw new ArgumentException(message, nameof(destination));
        }

        Span<byte> mac = stackalloc byte[HMACSHA256.HashSizeInBytes];
        lock (_hmac)
        {
            _hmac.AppendData(payload);
            _hmac.GetHashAndReset(mac);
        }

        WriteHex(mac, destination);
        return SignatureLength;
    }

    /// <inheritdoc/>
    public ValueTask<int> SignAsync(ReadOnlyMemory<byte> payload, Memory<byte> destination, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Sign(payload.Span, destination.Span));

    /// <summary>Frees the keyed hash. Signing afterwards throws <see cref="ObjectDisposedException"/>.</summary>
    public void Dispose()
    {
        lock (_hmac)
        {
            _hmac.Dispose();
        }
    }

    private static void WriteHex(ReadOnlySpan<byte> bytes, Span<byte> destination)
    {
        ReadOnlySpan<byte> digits = "0123456789abcdef"u8;
        for (int i = 0; i < bytes.Length; i++)
        {
            destination[2 * i] = digits[bytes[i] >> 4];
            destination[(2 * i) + 1] = digits[bytes[i] & 0xF];
        }
    }
}
