using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;

namespace Binance.AlgoOrders.Internal;

/// <summary>Reads the seed of an Ed25519 key from PKCS#8 (RFC 8410), and leaves no copy of it behind.</summary>
internal static class Ed25519Pem
{
    private const string Ed25519Algorithm = "1.3.101.112";
    private const byte OctetString = 4;

    /// <param name="pem">The first block counts.</param>
    /// <param name="password">Not used when the block is not encrypted.</param>
    /// <param name="seed">Receives the 32 bytes; untouched unless the result is <see cref="Ed25519PemContent.Seed"/>.</param>
    public static Ed25519PemContent Read(ReadOnlySpan<char> pem, string? password, Span<byte> seed)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields))
        {
            return Ed25519PemContent.NoPrivateKey;
        }

        bool isEncrypted = pem[fields.Label] is "ENCRYPTED PRIVATE KEY";
        if (!isEncrypted && pem[fields.Label] is not "PRIVATE KEY")
        {
            return Ed25519PemContent.NoPrivateKey;
        }

        if (isEncrypted && string.IsNullOrEmpty(password))
        {
            return Ed25519PemContent.NoPassword;
        }

        byte[] block = new byte[fields.DecodedDataLength];
        try
        {
            return Convert.TryFromBase64Chars(pem[fields.Base64Data], block, out _)
                ? ReadBlock(block, isEncrypted ? password : null, seed)
                : Ed25519PemContent.NoPrivateKey;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(block);
        }
    }

    private static Ed25519PemContent ReadBlock(ReadOnlyMemory<byte> block, string? password, Span<byte> seed)
    {
        Pkcs8PrivateKeyInfo info;
        try
        {
            info = password is null ? Pkcs8PrivateKeyInfo.Decode(block, out _, skipCopy: true) : Pkcs8PrivateKeyInfo.DecryptAndDecode(password, block, out _);
        }
        catch (CryptographicException)
        {
            return password is null ? Ed25519PemContent.NoPrivateKey : Ed25519PemContent.NotOpened;
        }

        // It is a view of an array that nobody else holds.
        Span<byte> key = MemoryMarshal.AsMemory(info.PrivateKeyBytes).Span;
        try
        {
            return info.AlgorithmId.Value == Ed25519Algorithm ? ReadKey(key, seed) : Ed25519PemContent.OtherKind;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static Ed25519PemContent ReadKey(ReadOnlySpan<byte> key, Span<byte> seed)
    {
        if (key is not [OctetString, Sodium.SeedSize, ..] || key.Length != 2 + Sodium.SeedSize)
        {
            return Ed25519PemContent.Damaged;
        }

        key[2..].CopyTo(seed);
        return Ed25519PemContent.Seed;
    }
}
