using System.Security.Cryptography;
using System.Text;

namespace Binance.AlgoOrders.Internal.Limits;

/// <summary>Names the account whose new orders a client counts. The Redis package compiles this file too.</summary>
internal static class AccountName
{
    public const string Rule = "1 to 100 visible ASCII characters without braces";

    private const int MaxLength = 100;

    // A brace would change the slot of a key in a Redis cluster.
    public static bool IsValid(string name) =>
        name is { Length: > 0 and <= MaxLength } && name.All(character => character is > ' ' and < '\x7f' and not '{' and not '}');

    /// <summary>Returns the given name, or one that is made of the API key or of the client's name and contains neither.</summary>
    public static string Of(string? account, string apiKey, string clientName)
    {
        if (account is not null)
        {
            return account;
        }

        string source = apiKey.Length > 0 ? apiKey : $"client {clientName}";
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(source)).AsSpan(0, 16));
    }
}
