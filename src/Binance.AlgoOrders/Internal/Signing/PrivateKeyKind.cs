namespace Binance.AlgoOrders.Internal.Signing;

/// <summary>What a PEM holds, as far as it can be told without a password.</summary>
internal enum PrivateKeyKind
{
    /// <summary>No private key in PKCS#8.</summary>
    None,

    /// <summary>A private key that hides its kind until the password opens it.</summary>
    Encrypted,

    Rsa,

    Ed25519,

    /// <summary>A private key of a kind that Binance does not take.</summary>
    Other,
}
