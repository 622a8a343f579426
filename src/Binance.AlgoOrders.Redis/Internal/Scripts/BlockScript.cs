using System.Globalization;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Scripts;

/// <summary>Stores a block in Redis unless it holds a longer one, and reads the one that it holds.</summary>
internal static class BlockScript
{
    private const string Text =
        """
        local status, remaining, tolerance = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
        local storedFor = redis.call('PTTL', KEYS[1])
        local storedStatus = redis.call('GET', KEYS[1])
        if storedStatus and (storedFor < 0 or not tonumber(storedStatus)) then
          return redis.error_reply('FOREIGN value under ' .. KEYS[1])
        end
        if remaining > storedFor + tolerance then
          redis.call('SET', KEYS[1], status, 'PX', remaining)
        end
        return 1
        """;

    public static Task StoreAsync(IDatabase redis, SharedBlock shared, RateLimitBlock block) => redis.ScriptEvaluateAsync(
        Text,
        [shared.Key],
        [(int)block.StatusCode, MillisecondsOf(block), (long)SharedBlock.Tolerance.TotalMilliseconds],
        CommandFlags.DemandMaster | CommandFlags.NoScriptCache);

    /// <summary>Reads the block that Redis holds and applies it. Writes nothing.</summary>
    public static async Task ReadAsync(IDatabase redis, SharedBlock shared)
    {
        RedisValueWithExpiry stored = await redis.StringGetWithExpiryAsync(shared.Key, CommandFlags.DemandMaster).ConfigureAwait(false);
        if (stored.Value.IsNull)
        {
            shared.ApplyStored(statusCode: 0, remainingMilliseconds: 0);
        }
        else if (stored.Value.TryParse(out int statusCode) && stored.Expiry is { } remaining)
        {
            shared.ApplyStored(statusCode, (long)remaining.TotalMilliseconds);
        }
        else
        {
            throw new InvalidDataException("A block must be a number that expires, but was not.");
        }
    }

    /// <summary>Publishes a block at once. A missing permission for the channel does not prevent the synchronization.</summary>
    public static Task PublishAsync(IDatabase redis, SharedBlock shared, RateLimitBlock block) => redis.PublishAsync(
        shared.Channel,
        string.Create(CultureInfo.InvariantCulture, $"{(int)block.StatusCode}:{MillisecondsOf(block)}"),
        CommandFlags.FireAndForget);

    /// <summary>Applies a published block. Every client of Redis with a permission for the channel can send any message.</summary>
    public static void ApplyMessage(SharedBlock shared, RedisValue message)
    {
        string[] parts = message.ToString().Split(':');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int statusCode)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long remainingMilliseconds))
        {
            shared.ApplyShared(statusCode, remainingMilliseconds);
        }
    }

    private static long MillisecondsOf(RateLimitBlock block) => (long)block.Remaining.TotalMilliseconds;
}
