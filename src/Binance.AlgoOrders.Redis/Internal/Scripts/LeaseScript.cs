using System.Globalization;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Scripts;

/// <summary>
/// Sends the totals of a process in one window to Redis and leases usage, in one atomic step. Redis stores the totals and the last report of every process, so
/// that a repeated report, or a new one after a loss of data, has no effect.
/// </summary>
internal static class LeaseScript
{
    // A lease is a part of the free usage, so that no process leases the last of it, and never too small to be of use.
    private const string Text =
        """
        local id, consumed, leased, known = ARGV[1], tonumber(ARGV[2]), tonumber(ARGV[3]), tonumber(ARGV[4])
        local requested, minimum, limit = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[7])
        local expiry, settling, joined = tonumber(ARGV[8]), tonumber(ARGV[9]), ARGV[10] == '1'

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
        if requested > 0 and free >= minimum and now >= settledAt then
          granted = math.min(requested, math.max(minimum, math.floor(free / 8)))
        end
        redis.call('HSET', KEYS[1], 'consumed:' .. id, consumed, 'leased:' .. id, leased + granted,
          'consumed', totalConsumed, 'leased', totalLeased + granted, 'reported', reported, 'settled_at', settledAt)
        redis.call('PEXPIRE', KEYS[1], expiry)
        return { granted, used, totalLeased + granted }
        """;

    public static async Task<LimitLease> RunAsync(IDatabase redis, LimitLedger ledger, string process, LimitReport report)
    {
        RedisResult response = await redis.ScriptEvaluateAsync(
            Text,
            [KeyOf(ledger, report.Window)],
            [
                process, report.Consumed, report.Leased, report.Used, report.Requested, report.Minimum, ledger.Rules.LeaseLimit,
                (long)(2 * ledger.Rules.Window).TotalMilliseconds, (long)BudgetRules.SettlingTime.TotalMilliseconds, report.HasJoined,
            ],
            // The script is sent with every call: this needs no permission to load scripts and works after a restart of Redis.
            CommandFlags.DemandMaster | CommandFlags.NoScriptCache).ConfigureAwait(false);
        long[] numbers = (long[]?)response ?? [];
        if (numbers is not [>= 0 and var granted, >= 0 and <= int.MaxValue and var used, >= 0 and <= int.MaxValue and var leased] || granted > report.Requested)
        {
            throw new InvalidDataException($"The lease script must return lease, usage and leases, but returned [{string.Join(", ", numbers)}].");
        }

        return new LimitLease((int)granted, (int)used, (int)leased);
    }

    /// <summary>Reads the totals of all processes, and whether Redis knows those of this process. Writes nothing.</summary>
    public static async Task<(LimitLease Totals, bool IsKnown)> ReadAsync(IDatabase redis, LimitLedger ledger, string process, long window)
    {
        RedisValue[] fields = await redis.HashGetAsync(
            KeyOf(ledger, window), ["consumed", "leased", "reported", $"consumed:{process}"], CommandFlags.DemandMaster).ConfigureAwait(false);
        var totals = new LimitLease(Granted: 0, Math.Max(NumberOf(fields[0]), NumberOf(fields[2])), NumberOf(fields[1]));
        return (totals, !fields[3].IsNull);
    }

    private static RedisKey KeyOf(LimitLedger ledger, long window) => string.Create(CultureInfo.InvariantCulture, $"{ledger.KeyPrefix}:{window}");

    private static int NumberOf(RedisValue value)
    {
        if (value.IsNull || value.TryParse(out int _))
        {
            return (int)value;
        }

        throw new InvalidDataException("A field of the budget must be a number, but was not.");
    }
}
