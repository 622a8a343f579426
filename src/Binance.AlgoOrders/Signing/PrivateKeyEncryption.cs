using System.Formats.Asn1;

namespace Binance.AlgoOrders;

/// <summary>Names the encryption of a private key that the framework cannot decrypt. The Ed25519 package compiles this file too.</summary>
internal static class PrivateKeyEncryption
{
    public const string Advice = "which .NET cannot decrypt. `openssl pkcs8 -topk8 -v2 aes-256-cbc` encrypts it anew, with PBKDF2 and AES.";

    private const string Pbes2 = "1.2.840.113549.1.5.13";
    private const string Pbkdf2 = "1.2.840.113549.1.5.12";
    private const string Scrypt = "1.3.6.1.4.1.11591.4.11";

    // Of PKCS#5 and PKCS#12.
    private static readonly string[] OlderSchemes = ["1.2.840.113549.1.5.", "1.2.840.113549.1.12.1."];

    // The modes CBC of DES, RC2, 3DES and AES.
    private static readonly string[] Ciphers =
    [
        "1.3.14.3.2.7", "1.2.840.113549.3.2", "1.2.840.113549.3.7", "2.16.840.1.101.3.4.1.2", "2.16.840.1.101.3.4.1.22", "2.16.840.1.101.3.4.1.42",
    ];

    // HMAC with SHA-1, SHA-256, SHA-384 and SHA-512.
    private static readonly string[] Hashes = ["1.2.840.113549.2.7", "1.2.840.113549.2.9", "1.2.840.113549.2.10", "1.2.840.113549.2.11"];

    /// <summary>Returns the first algorithm of an EncryptedPrivateKeyInfo (RFC 5958, RFC 8018) that is not supported, or null if there is none.</summary>
    public static string? FindUnsupported(ReadOnlyMemory<byte> key)
    {
        try
        {
            AsnReader algorithm = new AsnReader(key, AsnEncodingRules.BER).ReadSequence().ReadSequence();
            string scheme = algorithm.ReadObjectIdentifier();
            if (scheme == Pbes2)
            {
                return FindUnsupported(algorithm.ReadSequence());
            }

            return OlderSchemes.Any(known => scheme.StartsWith(known, StringComparison.Ordinal)) ? null : NameOf(scheme);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    private static string? FindUnsupported(AsnReader parameters)
    {
        AsnReader derivation = parameters.ReadSequence();
        string function = derivation.ReadObjectIdentifier();
        if (function != Pbkdf2)
        {
            return NameOf(function);
        }

        string[] rest = [parameters.ReadSequence().ReadObjectIdentifier(), .. HashOf(derivation.ReadSequence())];
        return rest.Except([.. Ciphers, .. Hashes], StringComparer.Ordinal).Select(NameOf).FirstOrDefault();
    }

    // Salt, iterations and the length of the key precede the hash, which is SHA-1 if it is not there.
    private static IEnumerable<string> HashOf(AsnReader parameters)
    {
        while (parameters.HasData)
        {
            if (parameters.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
            {
                yield return parameters.ReadSequence().ReadObjectIdentifier();
                yield break;
            }

            parameters.ReadEncodedValue();
        }
    }

    private static string NameOf(string algorithm) => algorithm switch
    {
        Scrypt => "scrypt",
        _ => $"the algorithm {algorithm}",
    };
}
