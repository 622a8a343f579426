using System.Security.Cryptography;

namespace Binance.AlgoOrders;

/// <summary>
/// Creates signers from private keys of a kind that <see cref="RsaSigner"/> does not support. A factory that is registered as a service creates
/// the signer of an <see cref="AlgoOrderClientOptions.PrivateKeyPem"/> that is not RSA. <c>AddEd25519Keys()</c>, of the package
/// Binance.AlgoOrders.Ed25519, registers the only one that Binance's keys need.
/// </summary>
public interface IPrivateKeySignerFactory
{
    /// <summary>Creates the signer of a key if the key is of this factory's kind.</summary>
    /// <param name="pem">The PEM as the user provided it.</param>
    /// <param name="password">The password with which the PEM may be encrypted, or null or empty if the user provided none.</param>
    /// <returns>
    /// The signer, or null if the key is of another kind or the password does not open it. The caller disposes a signer that is
    /// <see cref="IDisposable"/>.
    /// </returns>
    /// <exception cref="CryptographicException">
    /// The key is of this kind but cannot be used. The message is shown to the user. It must give the reason without revealing key or password.
    /// </exception>
    IRequestSigner? Create(string pem, string? password);
}
