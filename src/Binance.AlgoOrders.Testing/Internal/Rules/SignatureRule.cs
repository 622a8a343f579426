using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>
/// The signature over the raw characters of query and body, in the last parameter: HMAC-SHA256 as hex of either case, or Base64 that the
/// key's verifier accepts.
/// </summary>
internal static class SignatureRule
{
    public static Refusal? Check(RequestParameters parameters, SimulatedKey key)
    {
        if (!parameters.IsSignatureLast)
        {
            return Refusal.BadSignature("'signature' must be the last parameter.");
        }

        string given = parameters["signature"]!;
        byte[] signed = Encoding.UTF8.GetBytes(parameters.SignedText);
        return key.Verifier is { } verifier ? CheckBase64(given, signed, verifier, parameters.SignedText)
            : IsMac(given, signed, key.SecretKey) ? null
            : Refusal.BadSignature("signed", parameters.SignedText);
    }

    private static bool IsMac(string given, byte[] signed, string secretKey)
    {
        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), signed);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Convert.ToHexString(expected)),
            Encoding.UTF8.GetBytes(given.ToUpperInvariant()));
    }

    private static Refusal? CheckBase64(string given, byte[] signed, SignatureVerifier verifier, string signedText)
    {
        byte[] signature = new byte[given.Length];
        // A blank is a plus that was not percent-encoded; the conversion would skip it.
        return given.Contains(' ', StringComparison.Ordinal) || !Convert.TryFromBase64String(given, signature, out int length)
            ? Refusal.BadSignature("'signature' is not Base64, percent-encoded.")
            : verifier(signed, signature.AsSpan(0, length)) ? null
            : Refusal.BadSignature("verified", signedText);
    }
}
