using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Scripts;

/// <summary>
/// Sends a report and the current ban of a process to Redis and leases weight, in one atomic step. Redis stores the totals and the last report of every
/// process, so that a repeated report, or a new one after a loss of data, has no effect.
/// </summary>
internal static class WeightScript
{
    // A lease is a part of the free weight, so that no process leases the last of it.
    private const string Text =
        """
        local id, consumed, leased = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
        local known, requested, limit = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
        local expiry, settling, joined = tonumber(ARGV[7]), tonumber(ARGV[8]), ARGV[9] == '1'
        local status, remaining, tolerance = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])

        local bannedFor = redis.call('PTTL', KEYS[2])
        local bannedBy = redis.call('GET', KEYS[2])
        if bannedBy and (bannedFor < 0 or not tonumber(bannedBy)) then
          return redis.error_reply('FOREIGN value under ' .. KEYS[2])
        end
        if remaining > 0 and remaining > bannedFor + tolerance then
          redis.call('SET', KEYS[2], status, 'PX', remaining)
          bannedBy, bannedFor = status, remaining
        end

        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local fields = redis.call('HMGET', KEYS[1], 'consumed:' .. id, 'leased:' .. id, 'consumed', 'leased', 'reported', 'settled_at')
        for i = 1, 6 do
          if fields[i] and not tonumber(fields[i]) then
            return redis.error_reply('FOREIGN value under ' .. KEYS[1])
          end
        end
        local settledAt = tonumber(fields[6] or 0)
        if joined and not fields[1] then
          settledAt = now + settling
        end
        local before = tonumber(fields[1] or 0)
        consumed = math.max(consumed, before)
        local totalConsumed = tonumber(fields[3] or 0) + consumed - before
        local totalLeased = math.max(0, tonumber(fields[4] or 0) + leased - tonumber(fields[2] or 0))
        local reported = math.max(known, tonumber(fields[5] or 0))
        local used = math.max(totalConsumed, reported)
        local free = limit - used - totalLeased
        local granted = 0
        if requested > 0 and free > 0 and now >= settledAt then
          granted = math.min(requested, math.max(1, math.floor(free / 8)))
        end
        redis.call('HSET', KEYS[1], 'consumed:' .. id, consumed, 'leased:' .. id, leased + granted,
          'consumed', totalConsumed, 'leased', totalLeased + granted, 'reported', reported, 'settled_at', settledAt)
        redis.call('PEXPIRE', KEYS[1], expiry)
        return { granted, used, tonumber(bannedBy or 0), math.max(0, bannedFor) }
        """;

    public static async Task<(WeightLease Lease, int BanStatus, long BanMilliseconds)> RunAsync(
        IDatabase redis, BudgetKeys keys, BudgetRules rules, string process, WeightReport report, RateLimitBlock? ban)
    {
        RedisResult response = await redis.ScriptEvaluateAsync(
            Text,
            [keys.Weight(report.Window), keys.Ban],
            [
                process, report.Consumed, report.Leased, report.Used, report.Requested, rules.BulkLimit,
                (long)(2 * rules.Window).TotalMilliseconds, (long)BudgetRules.SettlingTime.TotalMilliseconds, report.HasJoined,
                (int?)ban?.StatusCode ?? 0, (long)(ban?.Remaining.TotalMilliseconds ?? 0), (long)BanTracker.Tolerance.TotalMilliseconds,
            ],
            // The script is sent with every call: this needs no permission to load scripts and works after a restart of Redis.
            CommandFlags.DemandMaster | CommandFlags.NoScriptCache).ConfigureAwait(false);
        long[] numbers = (long[]?)response ?? [];
        if (numbers is not [>= 0 and var granted, >= 0 and <= int.MaxValue and var used, var banStatus, var banMilliseconds] || granted > report.Requested)
        {
            throw new InvalidDataException(
                $"The weight script must return lease, usage, ban status and ban time, but returned [{string.Join(", ", numbers)}].");
        }

        return (new WeightLease((int)granted, (int)used), (int)banStatus, banMilliseconds);
    }
}
