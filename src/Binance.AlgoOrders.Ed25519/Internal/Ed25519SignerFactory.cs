using System.Security.Cryptography;

namespace Binance.AlgoOrders.Internal;

/// <summary>What <c>AddEd25519Keys</c> registers.</summary>
internal sealed class Ed25519SignerFactory : IPrivateKeySignerFactory
{
    public IRequestSigner? Create(string pem, string? password)
    {
        Ed25519Signer? signer = Ed25519Signer.TryCreate(pem, password, out Ed25519PemContent content);
        return content == Ed25519PemContent.Damaged ? throw new CryptographicException("It is a damaged Ed25519 key.") : signer;
    }
}
