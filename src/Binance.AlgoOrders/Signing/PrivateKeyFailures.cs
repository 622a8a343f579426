using System.Globalization;

namespace Binance.AlgoOrders;

/// <summary>Contains the reasons for rejecting a private key. Each continues a sentence that begins with the name of the PEM, and none quotes it.</summary>
internal static class PrivateKeyFailures
{
    public const string NoPrivateKey =
        "contains no private key in PKCS#8. Its first well-formed block must be PRIVATE KEY or ENCRYPTED PRIVATE KEY. "
        + "Provide the text of the file, not its path. `openssl pkcs8 -topk8` converts BEGIN RSA PRIVATE KEY to PKCS#8.";

    public const string NoPassword = "is encrypted, but no password was given.";
    public const string NotOpened = $"cannot be opened with the password, or contains no RSA key in version 1 of PKCS#8. An Ed25519 key {Ed25519Requirement}";
    public const string Ed25519 = $"is an Ed25519 key, which {Ed25519Requirement}";
    public const string OtherKind = "must be an RSA or an Ed25519 key, but was of another kind. Binance accepts no other.";
    public const string Damaged = "is a damaged RSA key.";

    private const string Ed25519Requirement =
        "requires the package Binance.AlgoOrders.Ed25519. Call services.AddEd25519Keys(), or set Signer = Ed25519Signer.FromPem(…).";

    public static string EncryptedWith(string algorithm) => $"is encrypted with {algorithm}, {PrivateKeyEncryption.Advice}";

    public static string TooShort(int bits) => string.Create(
        CultureInfo.InvariantCulture, $"must be an RSA key of at least 2048 bits, but was one of {bits} bits. Binance accepts 2048 and 4096 bits.");
}
