using System.Security.Cryptography;
using Binance.AlgoOrders.Testing;
using NSec.Cryptography;

namespace Binance.AlgoOrders.Samples;

/// <summary>Adds the account of a PEM file with an RSA or Ed25519 public key.</summary>
internal static class PublicKeyFile
{
    private const string Label = "PUBLIC KEY";

    /// <summary>Adds an account with a random API key, whose signatures are verified with the public key.</summary>
    /// <param name="exchange">The exchange.</param>
    /// <param name="file">The file.</param>
    /// <exception cref="InvalidDataException">The file has no such key, or cannot be read.</exception>
    public static SimulatedAccount AddAccount(SimulatedExchange exchange, FileInfo file)
    {
        try
        {
            return AddAccount(exchange, File.ReadAllText(file.FullName));
        }
        catch (Exception invalid) when (invalid is ArgumentException or CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException(
                $"--public-key must be a PEM file with an RSA or Ed25519 public key (-----BEGIN {Label}-----), but '{file}' was not: {invalid.Message}", invalid);
        }
    }

    private static SimulatedAccount AddAccount(SimulatedExchange exchange, string pem)
    {
        if (ReadEd25519(pem) is { } key)
        {
            return exchange.AddAccount((payload, signature) => SignatureAlgorithm.Ed25519.Verify(key, payload, signature));
        }

        return exchange.AddRsaAccount(pem);
    }

    private static PublicKey? ReadEd25519(string pem)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields) || pem[fields.Label] != Label)
        {
            return null;
        }

        byte[] content = Convert.FromBase64String(pem[fields.Base64Data]);
        return PublicKey.TryImport(SignatureAlgorithm.Ed25519, content, KeyBlobFormat.PkixPublicKey, out PublicKey? key) ? key : null;
    }
}
