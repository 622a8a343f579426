namespace Binance.AlgoOrders.Internal;

/// <summary>Describes the content of a PEM.</summary>
internal enum Ed25519PemContent
{
    /// <summary>An Ed25519 key, whose seed was read.</summary>
    Seed,

    /// <summary>Anything but a private key in PKCS#8.</summary>
    NoPrivateKey,

    /// <summary>An encrypted private key, without a password.</summary>
    NoPassword,

    /// <summary>An encrypted private key, with a wrong password or an encryption that is not supported.</summary>
    NotDecrypted,

    /// <summary>A private key that is not an Ed25519 key.</summary>
    OtherKind,

    /// <summary>An Ed25519 key that is not a seed of 32 bytes.</summary>
    Damaged,
}
