namespace Binance.AlgoOrders.Testing;

/// <summary>Verifies a signature, as Binance does with the public key of an account.</summary>
/// <param name="payload">The characters that the signature covers, exactly as transmitted, in ASCII.</param>
/// <param name="signature">The signature after percent-decoding and Base64-decoding. It may have any length.</param>
/// <returns><see langword="true"/> if the owner of the private key signed exactly this payload.</returns>
public delegate bool SignatureVerifier(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature);
