using System.Globalization;

namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>Why a private key is not taken, in words that follow the name of the PEM. None shows any of it.</summary>
internal static class PrivateKeyFailures
{
    public const string NoPrivateKey =
        "holds no private key in PKCS#8: no well-formed block PRIVATE KEY or ENCRYPTED PRIVATE KEY comes first. "
        + "It is the text of the file, not its path; `openssl pkcs8 -topk8` turns BEGIN RSA PRIVATE KEY into PKCS#8.";

    public const string NoPassword = "is encrypted, and no password is given.";
    public const string NotOpened = $"is not opened by the password, or is not an RSA key inside. (An Ed25519 key {Ed25519Way})";
    public const string Ed25519 = $"is an Ed25519 key, which {Ed25519Way}";
    public const string OtherKind = "is neither an RSA nor an Ed25519 key: Binance takes no other.";
    public const string Damaged = "is a damaged RSA key.";

    private const string Ed25519Way =
        "needs the package Binance.AlgoOrders.Ed25519: call services.AddEd25519Keys(), or set Signer = Ed25519Signer.FromPem(…).";

    public static string TooShort(int bits) => string.Create(CultureInfo.InvariantCulture, $"is an RSA key of {bits} bits: Binance takes 2048 and 4096.");
}
