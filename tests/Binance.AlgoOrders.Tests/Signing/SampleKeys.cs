using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Binance.AlgoOrders.Tests.Signing;

/// <summary>Contains made-up keys that protect nothing.</summary>
internal static class SampleKeys
{
    public const string Password = "made-up-password";

    /// <summary>The public test key of Binance's Java SDK.</summary>
    public const string Ed25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB
        -----END PRIVATE KEY-----
        """;

    /// <summary>The public half of <see cref="Ed25519"/>, from openssl.</summary>
    public const string Ed25519Public = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAfriCDVI7O8lQGC+0hKgXYJZcIUVhWiIt8F7EZwroEvs=
        -----END PUBLIC KEY-----
        """;

    /// <summary>The same key, encrypted with <see cref="Password"/> by openssl.</summary>
    public const string EncryptedEd25519 = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAhTpzHrnL1U7gICCAAw
        DAYIKoZIhvcNAgkFADAdBglghkgBZQMEASoEEKVfyBZ7gC4DXxlP60Zw+TAEQPjc
        ySUwFbJwIWFKWJJhezlSq+XiQHgzEagnMg97msQPVCskliFojSCIRk2b1jXbaTy+
        /yQCzygpHUfv1zHU3PQ=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    /// <summary>The same key, encrypted by openssl with a key that scrypt derives.</summary>
    public const string ScryptEd25519 = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGTME8GCSqGSIb3DQEFDTBCMCEGCSsGAQQB2kcECzAUBAiOVvZNp7VVygICBAAC
        AQgCAQEwHQYJYIZIAWUDBAEqBBCK+L2N6+s+RNIjDs1VpDvZBEDRfWbRqUe7KjSz
        qN3kXxO352QpCnZ9wgr1XhOJZ6oOdPPcVK7bdMpzJhTh/2Pa/EwdKSqh/F0U9TPk
        yqJIkV+5
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    /// <summary>The same key, encrypted by openssl with Camellia.</summary>
    public const string CamelliaEd25519 = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGdMFkGCSqGSIb3DQEFDTBMMCkGCSqGSIb3DQEFDDAcBAh/VlLN/L9NfAICCAAw
        DAYIKoZIhvcNAgkFADAfBgsqgwiMmks9AQEBBAQQ8WpSkYoyWBG5obX/7bjsEgRA
        J5oBjP0HI2hoXlsKwkrfCogPunPdH6hWw+F7ewGnb/Bg7Hzao0P8hbJeRtASsMoC
        tWWcy8nuxF/ZKLuijF0jig==
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    /// <summary>The same key, encrypted by openssl with AES and a key that HMAC with SHA-512/256 derives.</summary>
    public const string Sha512256Ed25519 = """
        -----BEGIN ENCRYPTED PRIVATE KEY-----
        MIGbMFcGCSqGSIb3DQEFDTBKMCkGCSqGSIb3DQEFDDAcBAgZdDUa8eR1uQICCAAw
        DAYIKoZIhvcNAg0FADAdBglghkgBZQMEASoEEG36oHTy6pGXb/rJjA+5MFIEQFFm
        hKMVIPhkiPihTWrX+oPUZcr1QTlj43uDXj9aTa/K8W3bId27JS13hHi1xFRn3gDU
        9TC7KbdfPoebrIy6A9A=
        -----END ENCRYPTED PRIVATE KEY-----
        """;

    /// <summary>The same key, with one byte less than its length states.</summary>
    public const string DamagedEd25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEH7pXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB
        -----END PRIVATE KEY-----
        """;

    /// <summary>The same key, in a NULL instead of an octet string.</summary>
    public const string UntaggedEd25519 = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIFILpXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2OlB
        -----END PRIVATE KEY-----
        """;

    /// <summary>The same key without its last byte, well-formed.</summary>
    public const string ShortEd25519 = """
        -----BEGIN PRIVATE KEY-----
        MC0CAQAwBQYDK2VwBCEEH7pXm6EtDzSzPJWHTbP904h5R3bzb0QsLjTf1tAt2Ok=
        -----END PRIVATE KEY-----
        """;

    private static readonly Lazy<RSA> RsaKey = new(() => RSA.Create(2048));
    private static readonly ConcurrentDictionary<int, string> RsaKeys = new();

    public static string Rsa => RsaKey.Value.ExportPkcs8PrivateKeyPem();

    public static string RsaPublic => RsaKey.Value.ExportSubjectPublicKeyInfoPem();

    public static string EncryptedRsa =>
        RsaKey.Value.ExportEncryptedPkcs8PrivateKeyPem(Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 2048));

    /// <summary>A key with the algorithm RSA and no content.</summary>
    public static string DamagedRsa => PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString("3014020100300D06092A864886F70D01010105000400"));

    public static string EllipticCurve
    {
        get
        {
            using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return key.ExportPkcs8PrivateKeyPem();
        }
    }

    /// <summary>Returns a key of a size. A key is generated once for each size, because 4096 bits may take seconds.</summary>
    public static string RsaOf(int size) => RsaKeys.GetOrAdd(size, static bits =>
    {
        using var key = RSA.Create(bits);
        return key.ExportPkcs8PrivateKeyPem();
    });
}
