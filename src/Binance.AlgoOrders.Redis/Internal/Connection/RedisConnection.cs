using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Connection;

/// <summary>
/// Holds the connection to Redis: the container's own, or one that is opened when it is first needed and retried until it opens. There is never more than one.
/// Connecting runs on a thread of its own, because a container may connect synchronously and the thread pool sends the cancels.
/// </summary>
internal sealed class RedisConnection(Func<Task<IConnectionMultiplexer>> connect, bool isOwner)
{
    private static readonly TimeSpan ReconnectPause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan CommandTimeout = TimeSpan.FromSeconds(1);

    // StackExchange.Redis reports only the first failure of a connection, so that one that never worked is replaced to learn the present cause.
    private static readonly TimeSpan ReplaceAfter = TimeSpan.FromSeconds(3);

    private Task<IConnectionMultiplexer>? _connecting;
    private long _openedAt;
    private bool _hasWorked;

    /// <summary>Gets the connection attempt that has succeeded, or null if none has.</summary>
    public Task<IConnectionMultiplexer>? Connected => _connecting is { IsCompletedSuccessfully: true } connecting ? connecting : null;

    public static RedisConnection FromConfiguration(string configuration)
    {
        var options = ConfigurationOptions.Parse(configuration);
        options.AbortOnConnectFail = false;
        // Both would need permissions for a key and a channel that the budget does not use.
        (options.TieBreaker, options.ConfigurationChannel) = ("", "");
        // A backlog would send outdated requests in one burst after a reconnect.
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ReconnectRetryPolicy = new LinearRetry((int)ReconnectPause.TotalMilliseconds);
        // A connection that has been silent for four of these times is replaced.
        options.AsyncTimeout = (int)CommandTimeout.TotalMilliseconds;
        return new RedisConnection(async () => await ConnectionMultiplexer.ConnectAsync(options).ConfigureAwait(false), isOwner: true);
    }

    /// <summary>Returns the connection. While one is being opened, returns the same attempt. Not thread-safe.</summary>
    public Task<IConnectionMultiplexer> ConnectAsync()
    {
        if (_connecting is null or { IsCompleted: true, IsCompletedSuccessfully: false } || MustBeReplaced(_connecting))
        {
            Task<IConnectionMultiplexer>? replaced = Connected;
            _connecting = Task.Factory.StartNew(() => OpenAsync(replaced), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        }

        return _connecting;
    }

    /// <summary>Closes the connection if it is the budget's own. A connection that is still being opened is closed as soon as it is open.</summary>
    public async Task CloseAsync()
    {
        if (!isOwner || _connecting is not { } connecting)
        {
            return;
        }

        await ((Task)connecting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (connecting.IsCompletedSuccessfully)
        {
            await CloseAsync(await connecting.ConfigureAwait(false)).ConfigureAwait(false);
        }
    }

    private static async Task CloseAsync(IConnectionMultiplexer connection)
    {
        await connection.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
        await connection.DisposeAsync().ConfigureAwait(false);
    }

    private async Task<IConnectionMultiplexer> OpenAsync(Task<IConnectionMultiplexer>? replaced)
    {
        if (replaced is not null)
        {
            await CloseAsync(await replaced.ConfigureAwait(false)).ConfigureAwait(false);
        }

        IConnectionMultiplexer connection = await connect().ConfigureAwait(false);
        _openedAt = TimeProvider.System.GetTimestamp();
        return connection;
    }

    private bool MustBeReplaced(Task<IConnectionMultiplexer> connecting)
    {
        if (!isOwner || !connecting.IsCompletedSuccessfully)
        {
            return false;
        }

        _hasWorked |= connecting.Result.IsConnected;
        return !_hasWorked && TimeProvider.System.GetElapsedTime(_openedAt) > ReplaceAfter;
    }
}
