using System.Globalization;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Sync;

/// <summary>Publishes a ban to the other processes at once and receives theirs. The next synchronization replaces a lost message.</summary>
internal sealed class BanChannel(BudgetKeys keys, BanTracker ban)
{
    private ISubscriber? _subscriber;
    private int _hasPending;

    /// <summary>Publishes the current ban with the next synchronization.</summary>
    public void RequestPublish() => Volatile.Write(ref _hasPending, 1);

    public async Task SubscribeAsync(IConnectionMultiplexer redis)
    {
        if (_subscriber is null)
        {
            _subscriber = redis.GetSubscriber();
            await _subscriber.SubscribeAsync(keys.BanChannel, OnMessage).ConfigureAwait(false);
        }
    }

    public async Task PublishAsync(IConnectionMultiplexer redis)
    {
        if (Interlocked.Exchange(ref _hasPending, 0) == 1 && ban.Current is { } current)
        {
            string message = string.Create(CultureInfo.InvariantCulture, $"{(int)current.StatusCode}:{(long)current.Remaining.TotalMilliseconds}");

            // A missing permission for the channel must not prevent the synchronization that follows.
            await redis.GetSubscriber().PublishAsync(keys.BanChannel, message, CommandFlags.FireAndForget).ConfigureAwait(false);
        }
    }

    public async Task UnsubscribeAsync()
    {
        if (_subscriber is { } subscriber)
        {
            await subscriber.UnsubscribeAsync(keys.BanChannel, OnMessage).ConfigureAwait(false);
        }
    }

    // Every client of Redis with a permission for the channel can send any message.
    private void OnMessage(RedisChannel channel, RedisValue message)
    {
        string[] parts = message.ToString().Split(':');
        if (parts.Length == 2
            && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int statusCode)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out long remainingMilliseconds))
        {
            ban.TrackShared(statusCode, remainingMilliseconds);
        }
    }
}
