namespace Binance.AlgoOrders.Internal;

/// <summary>What was found in a PEM.</summary>
internal enum Ed25519PemContent
{
    /// <summary>An Ed25519 key: the seed was read.</summary>
    Seed,

    /// <summary>No private key in PKCS#8.</summary>
    NoPrivateKey,

    NoPassword,

    /// <summary>The password is wrong, or what it is encrypted with is not supported.</summary>
    NotOpened,

    OtherKind,

    /// <summary>An Ed25519 key that is not a seed of 32 bytes.</summary>
    Damaged,
}
