using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>
/// The names in Redis. What one script touches lies in one slot of a cluster, by its part in braces: weight and ban by host and name, counts of
/// orders by account. Of the API key there is only a hash.
/// </summary>
internal sealed record BudgetKeys(string OfAddress, string OfAccount)
{
    public RedisKey Ban => $"{OfAddress}:ban";

    public RedisChannel BanChannel => RedisChannel.Literal($"{OfAddress}:ban");

    public RedisKey Weight(long window) => string.Create(CultureInfo.InvariantCulture, $"{OfAddress}:weight:{window}");

    public RedisKey Orders(string window, long number) => string.Create(CultureInfo.InvariantCulture, $"{OfAccount}:orders-{window}:{number}");

    public static BudgetKeys Of(RedisRequestBudgetOptions options, string host, string apiKey)
    {
        string account = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)).AsSpan(0, 16));
        return new BudgetKeys($"{options.KeyPrefix}:{{{host}|{options.Name}}}", $"{options.KeyPrefix}:{{{account}}}");
    }
}
