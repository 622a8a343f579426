using System.Diagnostics;
using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders;

/// <summary>
/// An API key and what belongs to it: a secret, a private key or a signer. What the client signs with is made from it and, once it has been
/// replaced and the last request that used it has ended, cleared and freed. Shows nothing of itself.
/// </summary>
[DebuggerDisplay("API credentials")]
public sealed class ApiCredentials
{
    private ApiCredentials(string apiKey, bool handsOverSigner)
    {
        if (!KeyText.IsKey(apiKey))
        {
            throw new ArgumentException("An API key is visible ASCII characters without white space.", nameof(apiKey));
        }

        (ApiKey, HandsOverSigner) = (apiKey, handsOverSigner);
    }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string ApiKey { get; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? SecretKey { get; private init; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? PrivateKeyPem { get; private init; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal string? PrivateKeyPassword { get; private init; }

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal IRequestSigner? Signer { get; private init; }

    /// <summary>Whether the client disposes the signer, be it made from a text or given.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal bool HandsOverSigner { get; }

    /// <summary>Credentials of an HMAC key.</summary>
    /// <param name="apiKey">The API key. Visible ASCII characters, no white space.</param>
    /// <param name="secretKey">Its secret. Visible ASCII characters, no white space.</param>
    /// <exception cref="ArgumentException">One of them is null, empty, or carries other characters.</exception>
    public static ApiCredentials FromSecretKey(string apiKey, string secretKey) => KeyText.IsKey(secretKey)
        ? new ApiCredentials(apiKey, handsOverSigner: true) { SecretKey = secretKey }
        : throw new ArgumentException("A secret key is visible ASCII characters without white space.", nameof(secretKey));

    /// <summary>Credentials of an RSA key or, with the package Binance.AlgoOrders.Ed25519 and a container, an Ed25519 key.</summary>
    /// <param name="apiKey">The API key. Visible ASCII characters, no white space.</param>
    /// <param name="pem">As <see cref="AlgoOrderClientOptions.PrivateKeyPem"/>. It is opened when the client gets it.</param>
    /// <param name="password">What opens it; null or empty: it is not encrypted.</param>
    /// <exception cref="ArgumentException">The API key is null, empty or carries other characters, or there is no PEM.</exception>
    public static ApiCredentials FromPrivateKeyPem(string apiKey, string pem, string? password = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pem);
        return new ApiCredentials(apiKey, handsOverSigner: true) { PrivateKeyPem = pem, PrivateKeyPassword = password };
    }

    /// <summary>Credentials whose signatures a signer of your own makes.</summary>
    /// <param name="apiKey">The API key. Visible ASCII characters, no white space.</param>
    /// <param name="signer">Signs with the key that belongs to it.</param>
    /// <param name="disposeSigner">
    /// True: the client disposes the signer when it has been replaced and the last request that used it has ended, or with the client. Give it to
    /// one client, once. False: it stays yours.
    /// </param>
    /// <exception cref="ArgumentException">The API key is null, empty or carries other characters.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="signer"/> is null.</exception>
    public static ApiCredentials FromSigner(string apiKey, IRequestSigner signer, bool disposeSigner = false)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new ApiCredentials(apiKey, disposeSigner) { Signer = signer };
    }

    /// <summary>Says what this is; nothing of it.</summary>
    public override string ToString() => "API credentials";

    internal bool IsSameAs(ApiCredentials other) =>
        (ApiKey, SecretKey, PrivateKeyPem, PrivateKeyPassword) == (other.ApiKey, other.SecretKey, other.PrivateKeyPem, other.PrivateKeyPassword)
        && ReferenceEquals(Signer, other.Signer);
}
