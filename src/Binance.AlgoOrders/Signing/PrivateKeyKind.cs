namespace Binance.AlgoOrders;

/// <summary>Specifies the kind of private key in a PEM, as far as it can be read without a password.</summary>
internal enum PrivateKeyKind
{
    /// <summary>The PEM contains no private key in PKCS#8.</summary>
    None,

    /// <summary>The private key is encrypted, so that its kind is unknown until the password opens it.</summary>
    Encrypted,

    Rsa,

    Ed25519,

    /// <summary>The private key is of a kind that Binance does not accept.</summary>
    Other,
}
