using System.Formats.Asn1;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Binance.AlgoOrders.Internal;

/// <summary>Reads the seed of an Ed25519 key from PKCS#8 (RFC 8410), and zeroes every copy that it makes.</summary>
internal static class Ed25519Pem
{
    private const string Ed25519Algorithm = "1.3.101.112";

    /// <summary>Reads the first block of a PEM.</summary>
    /// <param name="pem">The text of the PEM.</param>
    /// <param name="password">The password of an encrypted block. Ignored for a block that is not encrypted.</param>
    /// <param name="seed">The buffer for the seed, of 32 bytes. It holds the seed only if the result is <see cref="Ed25519PemContent.Seed"/>.</param>
    public static Ed25519PemContent Read(ReadOnlySpan<char> pem, string? password, Span<byte> seed)
    {
        using var text = PrivateKeyText.Read(pem);
        return ReadFirst(text.Text, password, seed);
    }

    private static Ed25519PemContent ReadFirst(ReadOnlySpan<char> pem, string? password, Span<byte> seed)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields))
        {
            return Ed25519PemContent.NoPrivateKey;
        }

        switch (pem[fields.Label])
        {
            case "PRIVATE KEY":
                return ReadBlock(pem[fields.Base64Data], fields.DecodedDataLength, password: null, seed);
            case "ENCRYPTED PRIVATE KEY" when string.IsNullOrEmpty(password):
                return Ed25519PemContent.NoPassword;
            case "ENCRYPTED PRIVATE KEY":
                return ReadBlock(pem[fields.Base64Data], fields.DecodedDataLength, password, seed);
            default:
                return Ed25519PemContent.NoPrivateKey;
        }
    }

    private static Ed25519PemContent ReadBlock(ReadOnlySpan<char> base64, int length, string? password, Span<byte> seed)
    {
        byte[] block = new byte[length];
        try
        {
            if (!Convert.TryFromBase64Chars(base64, block, out _))
            {
                return Ed25519PemContent.NoPrivateKey;
            }

            return ReadKey(Decode(block, password), seed);
        }
        catch (CryptographicException)
        {
            return password is null ? Ed25519PemContent.NoPrivateKey : Ed25519PemContent.NotDecrypted;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    private static Pkcs8PrivateKeyInfo Decode(ReadOnlyMemory<byte> block, string? password)
    {
        if (password is null)
        {
            return Pkcs8PrivateKeyInfo.Decode(block, out _, skipCopy: true);
        }

        return Pkcs8PrivateKeyInfo.DecryptAndDecode(password, block, out _);
    }

    private static Ed25519PemContent ReadKey(Pkcs8PrivateKeyInfo info, Span<byte> seed)
    {
        // The framework does not zero these bytes. They are the block itself, or a copy that has no other user.
        Span<byte> key = MemoryMarshal.AsMemory(info.PrivateKeyBytes).Span;
        try
        {
            if (info.AlgorithmId.Value != Ed25519Algorithm)
            {
                return Ed25519PemContent.OtherKind;
            }

            if (AsnDecoder.TryReadOctetString(key, seed, AsnEncodingRules.DER, out int keyLength, out int seedLength)
                && keyLength == key.Length
                && seedLength == seed.Length)
            {
                return Ed25519PemContent.Seed;
            }

            return Ed25519PemContent.Damaged;
        }
        catch (AsnContentException)
        {
            return Ed25519PemContent.Damaged;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }
}
