using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Testing.Internal.Rules;

/// <summary>HMAC-SHA256 over the raw characters of query and body, as hex of either case, in the last parameter.</summary>
internal static class SignatureRule
{
    public static Refusal? Check(RequestParameters parameters, SimulatedAccount account)
    {
        if (!parameters.IsSignatureLast)
        {
            return Refusal.BadSignature("'signature' must be the last parameter.");
        }

        byte[] expected = HMACSHA256.HashData(Encoding.UTF8.GetBytes(account.SecretKey), Encoding.UTF8.GetBytes(parameters.SignedText));
        string given = parameters["signature"]!.ToUpperInvariant();
        bool isRight = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Convert.ToHexString(expected)), Encoding.UTF8.GetBytes(given));
        return isRight ? null : Refusal.BadSignature($"The exchange signed exactly: {parameters.SignedText}");
    }
}
