using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Scripts;

/// <summary>Keeps in Redis the highest order count of each of the account's windows that any process has reported.</summary>
internal static class OrderScript
{
    private const string Text =
        """
        local counts = {}
        for i = 1, #KEYS do
          local reported, stored = tonumber(ARGV[2 * i - 1]), redis.call('GET', KEYS[i])
          if stored and not tonumber(stored) then
            return redis.error_reply('FOREIGN value under ' .. KEYS[i])
          end
          counts[i] = math.max(reported, tonumber(stored or 0))
          redis.call('SET', KEYS[i], counts[i], 'PX', ARGV[2 * i])
        end
        return counts
        """;

    public static async Task RunAsync(IDatabase redis, BudgetKeys keys, IReadOnlyList<OrderLedger> windows, DateTimeOffset now)
    {
        var reported = windows.Select(window => window.Read(now)).ToArray();
        RedisResult response = await redis.ScriptEvaluateAsync(
            Text,
            [.. windows.Select((window, place) => keys.Orders($"{(int)window.Length.TotalSeconds}s", reported[place].Window))],
            [.. windows.SelectMany((window, place) => new RedisValue[] { reported[place].Count, (long)(2 * window.Length).TotalMilliseconds })],
            CommandFlags.DemandMaster | CommandFlags.NoScriptCache).ConfigureAwait(false);
        long[] counts = (long[]?)response ?? [];
        for (int place = 0; place < counts.Length && place < reported.Length; place++)
        {
            windows[place].Update((int)Math.Min(counts[place], int.MaxValue), reported[place].Window);
        }
    }
}
