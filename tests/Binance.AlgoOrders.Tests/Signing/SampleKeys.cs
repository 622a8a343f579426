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
