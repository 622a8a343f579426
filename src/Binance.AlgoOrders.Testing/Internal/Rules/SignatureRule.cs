using System.Security.Cryptography;
using System.Text;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>
/// Requires, as the last parameter, a signature over the raw characters of query and body: HMAC-SHA256 as hex of either case, or Base64 that the
/// key's verifier accepts.
/// </summary>
internal static class SignatureRule
{
    public static ErrorResponse? Check(RequestParameters parameters, SimulatedKey key)
    {
        if (!parameters.IsSignatureLast)
        {
            return ErrorResponse.BadSignature("'signature' must be the last parameter.");
        }

        if (key.Verifier is not null && DecodeBase64(parameters["signature"]!) is null)
        {
            return ErrorResponse.BadSignature("'signature' must be percent-encoded Base64.");
        }

        return Result(Covers(parameters.SignedText, parameters, key), parameters);
    }

    /// <summary>
    /// Returns whether the signature covers the percent-encoded values of a request of the WebSocket API, as Binance's own clients sign. False if encoding
    /// changes nothing.
    /// </summary>
    public static bool IsOverEncodedText(RequestParameters parameters, SimulatedKey key) =>
        parameters.EncodedSignedText is { } encoded
        && encoded != parameters.SignedText
        && parameters.Has("signature")
        && Covers(encoded, parameters, key);

    private static bool Covers(string text, RequestParameters parameters, SimulatedKey key)
    {
        string signature = parameters["signature"]!;
        byte[] payload = Encoding.UTF8.GetBytes(text);
        if (key.Verifier is null)
        {
            return IsMac(signature, payload, key.SecretKey);
        }

        return DecodeBase64(signature) is { } decoded && key.Verifier(payload, decoded);
    }

    private static ErrorResponse? Result(bool isValid, RequestParameters parameters)
    {
        if (isValid)
        {
            return null;
        }

        return ErrorResponse.WrongSignature(parameters.SignedText);
    }

    private static bool IsMac(string signature, byte[] payload, string secretKey)
    {
        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secretKey), payload);
        return CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Convert.ToHexString(expected)),
            Encoding.UTF8.GetBytes(signature.ToUpperInvariant()));
    }

    private static byte[]? DecodeBase64(string signature)
    {
        byte[] decoded = new byte[signature.Length];
        // A space is a plus that was not percent-encoded. The conversion would skip it.
        if (signature.Contains(' ', StringComparison.Ordinal) || !Convert.TryFromBase64String(signature, decoded, out int length))
        {
            return null;
        }

        return decoded[..length];
    }
}
