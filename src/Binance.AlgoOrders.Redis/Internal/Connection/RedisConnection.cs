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

    private Task<IConnectionMultiplexer>? _connecting;
    private volatile bool _isRejected;

    /// <summary>Gets whether Redis rejected the user or the password of the budget's own connection. The failures of commands do not always say so.</summary>
    public bool IsRejected => _isRejected;

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
        if (_connecting is null or { IsCompleted: true, IsCompletedSuccessfully: false })
        {
            _connecting = Task.Factory.StartNew(OpenAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
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
            IConnectionMultiplexer connection = await connecting.ConfigureAwait(false);
            await connection.CloseAsync(allowCommandsToComplete: false).ConfigureAwait(false);
            await connection.DisposeAsync().ConfigureAwait(false);
        }
    }

    private async Task<IConnectionMultiplexer> OpenAsync()
    {
        IConnectionMultiplexer connection = await connect().ConfigureAwait(false);
        if (isOwner)
        {
            connection.ConnectionFailed += (_, failure) => _isRejected |= failure.FailureType == ConnectionFailureType.AuthenticationFailure;
            connection.ConnectionRestored += (_, _) => _isRejected = false;
        }

        return connection;
    }
}
