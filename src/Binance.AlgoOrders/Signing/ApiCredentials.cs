using System.Diagnostics;

namespace Binance.AlgoOrders;

/// <summary>
/// Holds an API key with its secret, private key or signer. The client creates its signer from the credentials. Once they have been replaced and
/// the last request that used them has ended, that signer is cleared and freed. Neither the text nor the debugger's view of an instance reveals
/// any of its content.
/// </summary>
[DebuggerDisplay("API credentials")]
public sealed class ApiCredentials
{
    private ApiCredentials(string apiKey, bool handsOverSigner)
    {
        if (!ApiKeyFormat.IsKey(apiKey))
        {
            throw new ArgumentException("apiKey must consist of visible ASCII characters without white space.", nameof(apiKey));
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

    /// <summary>True if the client disposes the signer, which it always does with a signer that it created itself.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal bool HandsOverSigner { get; }

    /// <summary>Creates the credentials of an HMAC key.</summary>
    /// <param name="apiKey">The API key. Visible ASCII characters, no white space.</param>
    /// <param name="secretKey">The secret of the key. Visible ASCII characters, no white space.</param>
    /// <exception cref="ArgumentException">One of the arguments is null or empty, or contains other characters.</exception>
    public static ApiCredentials FromSecretKey(string apiKey, string secretKey)
    {
        if (!ApiKeyFormat.IsKey(secretKey))
        {
            throw new ArgumentException("secretKey must consist of visible ASCII characters without white space.", nameof(secretKey));
        }

        return new ApiCredentials(apiKey, handsOverSigner: true) { SecretKey = secretKey };
    }

    /// <summary>Creates the credentials of an RSA key or, with the package Binance.AlgoOrders.Ed25519 and a container, of an Ed25519 key.</summary>
    /// <param name="apiKey">The API key. Visible ASCII characters, no white space.</param>
    /// <param name="pem">
    /// The private key, as in <see cref="AlgoOrderClientOptions.PrivateKeyPem"/>. The client reads it when it receives the credentials.
    /// </param>
    /// <param name="password">The password of an encrypted PEM, or null or empty if the PEM is not encrypted.</param>
    /// <exception cref="ArgumentException">The API key is null or empty or contains other characters, or the PEM is null, empty or white space.</exception>
    public static ApiCredentials FromPrivateKeyPem(string apiKey, string pem, string? password = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(pem);
        return new ApiCredentials(apiKey, handsOverSigner: true) { PrivateKeyPem = pem, PrivateKeyPassword = password };
    }

    /// <summary>Creates credentials that use your own signer.</summary>
    /// <param name="apiKey">The API key. Visible ASCII characters, no white space.</param>
    /// <param name="signer">The signer for the key that belongs to <paramref name="apiKey"/>.</param>
    /// <param name="disposeSigner">
    /// True if the client disposes the signer once it has been replaced and the last request that used it has ended, or together with the client.
    /// Give such a signer to one client, once. False if you dispose it.
    /// </param>
    /// <exception cref="ArgumentException">The API key is null or empty, or contains other characters.</exception>
    /// <exception cref="ArgumentNullException"><paramref name="signer"/> is null.</exception>
    public static ApiCredentials FromSigner(string apiKey, IRequestSigner signer, bool disposeSigner = false)
    {
        ArgumentNullException.ThrowIfNull(signer);
        return new ApiCredentials(apiKey, disposeSigner) { Signer = signer };
    }

    /// <summary>Returns a constant string that reveals nothing of the credentials.</summary>
    public override string ToString() => "API credentials";

    internal bool IsSameAs(ApiCredentials other) =>
        (ApiKey, SecretKey, PrivateKeyPem, PrivateKeyPassword) == (other.ApiKey, other.SecretKey, other.PrivateKeyPem, other.PrivateKeyPassword)
        && ReferenceEquals(Signer, other.Signer);
}
