using System.Security.Cryptography;
using Binance.AlgoOrders.Internal;

namespace Binance.AlgoOrders.DependencyInjection;

/// <summary>Creates signers for the Ed25519 keys among the private keys of a container's clients.</summary>
internal sealed class Ed25519SignerFactory : IPrivateKeySignerFactory
{
    public IRequestSigner? Create(string pem, string? password)
    {
        Ed25519Signer? signer = Ed25519Signer.TryCreate(pem, password, out Ed25519PemContent content);
        if (content == Ed25519PemContent.Damaged)
        {
            throw new CryptographicException("It is a damaged Ed25519 key.");
        }

        return signer;
    }
}
