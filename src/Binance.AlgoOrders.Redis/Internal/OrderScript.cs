using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>Keeps the highest count of orders that any process has heard of, of each of the account's windows.</summary>
internal static class OrderScript
{
    private const string Text =
        """
        local answer = {}
        for i = 1, #KEYS do
          local told, known = tonumber(ARGV[2 * i - 1]), redis.call('GET', KEYS[i])
          if known and not tonumber(known) then
            return redis.error_reply('FOREIGN value under ' .. KEYS[i])
          end
          answer[i] = math.max(told, tonumber(known or 0))
          redis.call('SET', KEYS[i], answer[i], 'PX', ARGV[2 * i])
        end
        return answer
        """;

    public static async Task RunAsync(IDatabase redis, BudgetKeys keys, IReadOnlyList<OrderLedger> windows, DateTimeOffset now)
    {
        var told = windows.Select(window => window.At(now)).ToArray();
        RedisResult answer = await redis.ScriptEvaluateAsync(
            Text,
            [.. windows.Select((window, place) => keys.Orders($"{(int)window.Window.TotalSeconds}s", told[place].Number))],
            [.. windows.SelectMany((window, place) => new RedisValue[] { told[place].Count, (long)(2 * window.Window).TotalMilliseconds })],
            CommandFlags.DemandMaster | CommandFlags.NoScriptCache).ConfigureAwait(false);
        long[] counts = (long[]?)answer ?? [];
        for (int place = 0; place < counts.Length && place < told.Length; place++)
        {
            windows[place].Note((int)Math.Min(counts[place], int.MaxValue), told[place].Number);
        }
    }
}
