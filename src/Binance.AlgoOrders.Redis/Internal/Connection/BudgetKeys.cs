using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Connection;

/// <summary>
/// The names of the keys and of the ban channel in Redis. The part in braces keeps all keys of one script in one slot of a cluster: weight and ban by host
/// and budget name, order counts by account. An account is identified by a hash of its API key.
/// </summary>
internal sealed record BudgetKeys(string AddressPrefix, string AccountPrefix)
{
    public RedisKey Ban => $"{AddressPrefix}:ban";

    public RedisChannel BanChannel => RedisChannel.Literal($"{AddressPrefix}:ban");

    public RedisKey Weight(long window) => string.Create(CultureInfo.InvariantCulture, $"{AddressPrefix}:weight:{window}");

    public RedisKey Orders(string length, long window) => string.Create(CultureInfo.InvariantCulture, $"{AccountPrefix}:orders-{length}:{window}");

    public static BudgetKeys Of(RedisRequestBudgetOptions options, string host, string apiKey)
    {
        string account = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)).AsSpan(0, 16));
        return new BudgetKeys($"{options.KeyPrefix}:{{{host}|{options.Name}}}", $"{options.KeyPrefix}:{{{account}}}");
    }
}
