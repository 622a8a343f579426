using StackExchange.Redis;

namespace Binance.AlgoOrders.Internal;

/// <summary>The connection: the user's own, or one that is made when it is first needed and made again as often as that fails.</summary>
internal sealed class RedisLink(Func<Task<IConnectionMultiplexer>> connect, bool isOwner)
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(500);

    private IConnectionMultiplexer? _connection;

    public static RedisLink To(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        // What could not be asked at once is asked anew; old questions would only come as a burst.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry((int)ReconnectPause.TotalMilliseconds);
        return new RedisLink(async () => await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false), isOwner: true);
    }

    public async Task<IConnectionMultiplexer> ConnectAsync() => _connection ??= await connect().ConfigureAwait(false);

    public async Task CloseAsync()
    {
        if (isOwner && _connection is { } connection)
        {
            await connection.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
