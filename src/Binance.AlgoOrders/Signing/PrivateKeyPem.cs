using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Binance.AlgoOrders;

/// <summary>Recognizes a private key by the label of its PEM and the algorithm in its PKCS#8 header (RFC 5958).</summary>
internal static class PrivateKeyPem
{
    private const string RsaAlgorithm = "1.2.840.113549.1.1.1";
    private const string Ed25519Algorithm = "1.3.101.112";

    /// <summary>Returns the kind of the first block and the position of the block in the text.</summary>
    public static PrivateKeyKind KindOf(ReadOnlySpan<char> pem, out Range block)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields))
        {
            block = default;
            return PrivateKeyKind.None;
        }

        block = fields.Location;
        return pem[fields.Label] switch
        {
            "ENCRYPTED PRIVATE KEY" => PrivateKeyKind.Encrypted,
            "PRIVATE KEY" => KindOfPlain(pem[fields.Base64Data], fields.DecodedDataLength),
            _ => PrivateKeyKind.None,
        };
    }

    private static PrivateKeyKind KindOfPlain(ReadOnlySpan<char> base64, int length)
    {
        byte[] key = new byte[length];
        try
        {
            if (!Convert.TryFromBase64Chars(base64, key, out _))
            {
                return PrivateKeyKind.None;
            }

            return KindOf(AlgorithmOf(key));
        }
        catch (AsnContentException)
        {
            return PrivateKeyKind.None;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private static string AlgorithmOf(byte[] key)
    {
        AsnReader privateKeyInfo = new AsnReader(key, AsnEncodingRules.DER).ReadSequence();
        privateKeyInfo.ReadInteger();
        return privateKeyInfo.ReadSequence().ReadObjectIdentifier();
    }

    private static PrivateKeyKind KindOf(string algorithm) => algorithm switch
    {
        RsaAlgorithm => PrivateKeyKind.Rsa,
        Ed25519Algorithm => PrivateKeyKind.Ed25519,
        _ => PrivateKeyKind.Other,
    };
}
