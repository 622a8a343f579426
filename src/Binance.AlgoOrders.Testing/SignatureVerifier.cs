namespace Binance.AlgoOrders.Testing;

/// <summary>Says whether a signature fits, as Binance does with the public key of an account.</summary>
/// <param name="payload">The characters that the signature covers, exactly as transmitted, in ASCII.</param>
/// <param name="signature">The signature, out of percent-encoding and Base64: whatever bytes the request brought.</param>
/// <returns>Whether the owner of the private key signed exactly this.</returns>
public delegate bool SignatureVerifier(ReadOnlySpan<byte> payload, ReadOnlySpan<byte> signature);
