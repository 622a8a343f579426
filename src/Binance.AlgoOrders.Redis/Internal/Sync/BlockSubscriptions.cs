using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Redis.Internal.Scripts;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Sync;

/// <summary>
/// Subscribes to the blocks that other processes publish, and retries until that succeeds. Meanwhile, and if a message is lost, the synchronization reads the
/// blocks instead.
/// </summary>
internal sealed class BlockSubscriptions(SharedLimits limits, BudgetTelemetry telemetry, TimeProvider timeProvider)
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(5);

    private readonly List<(SharedBlock Block, Action<RedisChannel, RedisValue> Handler)> _subscriptions = [];
    private long? _failingSince;
    private long _failedAt;
    private bool _isReported;

    public async Task SubscribeAsync(IConnectionMultiplexer redis)
    {
        if (_isReported && timeProvider.GetElapsedTime(_failedAt) < RetryPause)
        {
            return;
        }

        try
        {
            foreach (SharedBlock block in limits.Blocks.Where(block => !_subscriptions.Exists(subscription => subscription.Block == block)).ToArray())
            {
                Action<RedisChannel, RedisValue> handler = (_, message) => BlockScript.ApplyMessage(block, message);
                await redis.GetSubscriber().SubscribeAsync(block.Channel, handler).ConfigureAwait(false);
                _subscriptions.Add((block, handler));
            }

            RecordSubscribed();
        }
        catch (Exception failure) when (failure is RedisException or TimeoutException)
        {
            RecordFailed(failure);
        }
    }

    public async Task UnsubscribeAsync(IConnectionMultiplexer redis)
    {
        foreach ((SharedBlock block, Action<RedisChannel, RedisValue> handler) in _subscriptions)
        {
            await redis.GetSubscriber().UnsubscribeAsync(block.Channel, handler).ConfigureAwait(false);
        }
    }

    private void RecordSubscribed()
    {
        if (_isReported)
        {
            telemetry.RecordSubscribed();
        }

        (_failingSince, _isReported) = (null, false);
    }

    private void RecordFailed(Exception failure)
    {
        _failedAt = timeProvider.GetTimestamp();
        _failingSince ??= _failedAt;

        // The connection for subscriptions may open a little later than the one for commands.
        bool isOpening = failure is RedisConnectionException && timeProvider.GetElapsedTime(_failingSince.Value) < RetryPause;
        if (!_isReported && !isOpening)
        {
            _isReported = true;
            telemetry.RecordNotSubscribed(failure);
        }
    }
}
