using System.Security.Cryptography;

namespace Binance.AlgoOrders;

/// <summary>
/// Makes signers from private keys of a kind that <see cref="RsaSigner"/> does not sign with. Registered as a service, it is asked for the
/// signer of an <see cref="AlgoOrderClientOptions.PrivateKeyPem"/> that is not RSA. <c>AddEd25519Keys()</c>, of the package
/// Binance.AlgoOrders.Ed25519, registers the one that Binance's keys need.
/// </summary>
public interface IPrivateKeySignerFactory
{
    /// <summary>Makes the signer of a key, if it is one of this factory's kind.</summary>
    /// <param name="pem">A PEM, as the user gave it.</param>
    /// <param name="password">What it may be encrypted with; null or empty: nothing was given.</param>
    /// <returns>
    /// The signer, for the caller to dispose of if it is <see cref="IDisposable"/>; null: the key is of another kind, or is not opened by the
    /// password.
    /// </returns>
    /// <exception cref="CryptographicException">
    /// The key is of this kind but cannot be used. The message is shown to the user: it says why, and nothing of key or password.
    /// </exception>
    IRequestSigner? Create(string pem, string? password);
}
