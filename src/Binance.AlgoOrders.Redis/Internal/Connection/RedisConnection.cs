using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Connection;

/// <summary>The connection to Redis: the container's own, or one that is opened when it is first needed and retried until it opens.</summary>
internal sealed class RedisConnection(Func<Task<IConnectionMultiplexer>> connect, bool isOwner)
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(500);

    private IConnectionMultiplexer? _connection;

    public static RedisConnection FromConfiguration(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        // A backlog would send outdated requests in one burst after a reconnect.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry((int)ReconnectPause.TotalMilliseconds);
        return new RedisConnection(async () => await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false), isOwner: true);
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
