using System.Globalization;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>Tells the other processes of a ban at once, and hears of theirs. What gets lost here comes with the next answer of Redis.</summary>
internal sealed class BanNews(BudgetKeys keys, KnownBan ban)
{
    private ISubscriber? _heardOn;
    private int _hasNews;

    /// <summary>What this process was told is to be told the others.</summary>
    public void Announce() => Volatile.Write(ref _hasNews, 1);

    public async Task ListenAsync(IConnectionMultiplexer connection)
    {
        if (_heardOn is null)
        {
            _heardOn = connection.GetSubscriber();
            await _heardOn.SubscribeAsync(keys.BanChannel, Hear).ConfigureAwait(false);
        }
    }

    public async Task TellAsync(IConnectionMultiplexer connection)
    {
        if (Interlocked.Exchange(ref _hasNews, 0) == 1 && ban.Current is { } news)
        {
            string text = string.Create(CultureInfo.InvariantCulture, $"{(int)news.StatusCode}:{(long)news.Left.TotalMilliseconds}");

            // Not waited for: a channel that may not be used must not keep the rest from being told.
            await connection.GetSubscriber().PublishAsync(keys.BanChannel, text, CommandFlags.FireAndForget).ConfigureAwait(false);
        }
    }

    public async Task StopAsync()
    {
        if (_heardOn is { } heardOn)
        {
            await heardOn.UnsubscribeAsync(keys.BanChannel, Hear).ConfigureAwait(false);
        }
    }

    // Anybody who may publish there can say anything.
    private void Hear(RedisChannel channel, RedisValue message)
    {
        string[] parts = message.ToString().Split(':');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int status)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long left))
        {
            ban.NoteOthers(status, left);
        }
    }
}
