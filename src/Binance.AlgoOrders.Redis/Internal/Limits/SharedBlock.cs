using System.Net;
using Binance.AlgoOrders.Internal.Limits;
using StackExchange.Redis;

namespace Binance.AlgoOrders.Redis.Internal.Limits;

/// <summary>Holds the longest block of one scope that this process or another one has received. Every request reads it, so reading takes no lock.</summary>
/// <param name="name">The name of the key and of the channel in Redis.</param>
/// <param name="scope">The requests that the block concerns.</param>
/// <param name="timeProvider">The clock on which blocks last.</param>
internal sealed class SharedBlock(string name, RateLimitScope scope, TimeProvider timeProvider)
{
    // Messages take time, so a difference below this is the same block. Without a tolerance two processes would extend it by sending it back and forth.
    public static readonly TimeSpan Tolerance = TimeSpan.FromSeconds(1);

    private readonly ActiveBlock _block = new(timeProvider);
    private readonly TaskCompletionSource _isRead = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _isNew;

    public RedisKey Key => name;

    public RedisChannel Channel => RedisChannel.Literal(name);

    public RateLimitBlock? Current => _block.Current;

    /// <summary>Gets a task that completes when Redis has been read for the first time, or could not be read.</summary>
    public Task IsRead => _isRead.Task;

    /// <summary>Applies a block that Binance imposed on this process. The next synchronization sends it to the others.</summary>
    public void Report(RateLimitBlock block)
    {
        _block.Report(block);
        Volatile.Write(ref _isNew, 1);
    }

    /// <summary>Applies a block that another process has received. Values that no block can have are ignored.</summary>
    public void ApplyShared(int statusCode, long remainingMilliseconds)
    {
        if (statusCode is >= 400 and <= 599 && remainingMilliseconds > 0)
        {
            long milliseconds = Math.Min(remainingMilliseconds, (long)BinanceLimits.LongestBan.TotalMilliseconds);
            _block.Report(new RateLimitBlock((HttpStatusCode)statusCode, TimeSpan.FromMilliseconds(milliseconds), scope), Tolerance);
        }
    }

    /// <summary>Applies what Redis holds. If it holds a shorter block than this process, for example because its data was lost, the next one sends it again.</summary>
    public void ApplyStored(int statusCode, long remainingMilliseconds)
    {
        ApplyShared(statusCode, remainingMilliseconds);
        if (Current is { } current && current.Remaining > TimeSpan.FromMilliseconds(remainingMilliseconds) + Tolerance)
        {
            Volatile.Write(ref _isNew, 1);
        }
    }

    /// <summary>Returns the block if the other processes may not know it, or null. Only the first call returns it.</summary>
    public RateLimitBlock? TakeNew() => Interlocked.Exchange(ref _isNew, 0) == 1 ? Current : null;

    public void CompleteRead() => _isRead.TrySetResult();
}
