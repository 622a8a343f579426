using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>
/// Tells Redis all that a process knows of a window and of a ban, and asks for more weight, in one step. It holds the totals and what every
/// process last told, so that telling the same twice, or anew after a loss, changes nothing.
/// </summary>
internal static class WeightScript
{
    // What is granted shrinks with what is left, so that no process keeps the last of it from the others.
    private const string Text =
        """
        local id, spent, holding = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3])
        local known, wanted, limit = tonumber(ARGV[4]), tonumber(ARGV[5]), tonumber(ARGV[6])
        local expiry, settling, joined = tonumber(ARGV[7]), tonumber(ARGV[8]), ARGV[9] == '1'
        local status, left, tolerance = tonumber(ARGV[10]), tonumber(ARGV[11]), tonumber(ARGV[12])

        local bannedFor = redis.call('PTTL', KEYS[2])
        local bannedBy = redis.call('GET', KEYS[2])
        if bannedBy and (bannedFor < 0 or not tonumber(bannedBy)) then
          return redis.error_reply('FOREIGN value under ' .. KEYS[2])
        end
        if left > 0 and left > bannedFor + tolerance then
          redis.call('SET', KEYS[2], status, 'PX', left)
          bannedBy, bannedFor = status, left
        end

        local time = redis.call('TIME')
        local now = time[1] * 1000 + math.floor(time[2] / 1000)
        local fields = redis.call('HMGET', KEYS[1], 's:' .. id, 'h:' .. id, 'spent', 'held', 'reported', 'quiet')
        for i = 1, 6 do
          if fields[i] and not tonumber(fields[i]) then
            return redis.error_reply('FOREIGN value under ' .. KEYS[1])
          end
        end
        local quiet = tonumber(fields[6] or 0)
        if joined and not fields[1] then
          quiet = now + settling
        end
        local before = tonumber(fields[1] or 0)
        spent = math.max(spent, before)
        local sum = tonumber(fields[3] or 0) + spent - before
        local held = math.max(0, tonumber(fields[4] or 0) + holding - tonumber(fields[2] or 0))
        local reported = math.max(known, tonumber(fields[5] or 0))
        local used = math.max(sum, reported)
        local free = limit - used - held
        local granted = 0
        if wanted > 0 and free > 0 and now >= quiet then
          granted = math.min(wanted, math.max(1, math.floor(free / 8)))
        end
        redis.call('HSET', KEYS[1], 's:' .. id, spent, 'h:' .. id, holding + granted,
          'spent', sum, 'held', held + granted, 'reported', reported, 'quiet', quiet)
        redis.call('PEXPIRE', KEYS[1], expiry)
        return { granted, used, tonumber(bannedBy or 0), math.max(0, bannedFor) }
        """;

    public static async Task<(WeightGrant Grant, int BanStatus, long BanLeft)> RunAsync(
        IDatabase redis, BudgetKeys keys, BudgetRules rules, string process, WeightDeclaration told, RequestBan? ban)
    {
        RedisResult answer = await redis.ScriptEvaluateAsync(
            Text,
            [keys.Weight(told.Window), keys.Ban],
            [
                process, told.Spent, told.Holding, told.Known, told.Wanted, rules.LimitOfBulk,
                (long)(2 * rules.Window).TotalMilliseconds, (long)BudgetRules.Settling.TotalMilliseconds, told.HasJoined,
                (int?)ban?.StatusCode ?? 0, (long)(ban?.Left.TotalMilliseconds ?? 0), (long)KnownBan.Tolerance.TotalMilliseconds,
            ],
            // The text goes with every call: no permission to load scripts is needed, and nothing is missing after a restart.
            CommandFlags.DemandMaster | CommandFlags.NoScriptCache).ConfigureAwait(false);
        long[] numbers = (long[]?)answer ?? [];
        return numbers.Length == 4 && numbers[0] >= 0 && numbers[0] <= told.Wanted && numbers[1] is >= 0 and <= int.MaxValue
            ? (new WeightGrant((int)numbers[0], (int)numbers[1]), (int)numbers[2], numbers[3])
            : throw new InvalidDataException("Redis answered the budget's script with something else.");
    }
}
