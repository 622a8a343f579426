using Binance.AlgoOrders.Redis.DependencyInjection;
using Binance.AlgoOrders.Redis.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Binance.AlgoOrders;

/// <summary>
/// Counts the requests of several processes through Redis. Weight and bans belong to the exchange and <see cref="RedisRequestBudgetOptions.Name"/>, order
/// counts to each account. All clients of a process that share it use one connection. Thread-safe.
/// </summary>
/// <remarks>
/// In a container use <c>AddRedisRequestBudget()</c>. Without one, set the same instance as <see cref="AlgoOrderClientOptions.RequestBudget"/> of each client,
/// and dispose of it after the clients.
/// </remarks>
public sealed class RedisRequestBudget : IRequestBudget, IAsyncDisposable, IDisposable
{
    private readonly ProcessBudget _process;
    private readonly Lazy<IRequestBudget> _unnamedAccount;

    internal RedisRequestBudget(ProcessBudget process)
    {
        _process = process;
        _unnamedAccount = new Lazy<IRequestBudget>(() => process.ForAccount(""));
    }

    /// <summary>
    /// Creates a budget and connects to Redis in the background. <see cref="RedisRequestBudgetOptions.Configuration"/> must be set.
    /// </summary>
    /// <param name="options">The options of the budget.</param>
    /// <param name="client">The options of a client that uses the budget. Its exchange and its limits are those of the budget.</param>
    /// <param name="timeProvider">The source of the clocks, or null for the system.</param>
    /// <param name="loggerFactory">The factory of the log, or null for no log.</param>
    /// <returns>The budget, which is yours to dispose of.</returns>
    /// <exception cref="ArgumentException">An option is invalid.</exception>
    public static RedisRequestBudget Create(
        RedisRequestBudgetOptions options, AlgoOrderClientOptions client, TimeProvider? timeProvider = null, ILoggerFactory? loggerFactory = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(client);
        ValidateOptionsResult validation = RedisRequestBudgetOptionsValidator.Validate(options, hasConnection: false);
        if (validation.Failed)
        {
            throw new ArgumentException(string.Join(Environment.NewLine, validation.Failures), nameof(options));
        }

        return new RedisBudgetFactory(timeProvider ?? TimeProvider.System, loggerFactory, meterFactory: null).Create(options, client, connection: null);
    }

    /// <inheritdoc/>
    public IRequestBudget ForAccount(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        return _process.ForAccount(account);
    }

    /// <inheritdoc/>
    public ValueTask WaitUntilReadyAsync(CancellationToken cancellationToken) => _unnamedAccount.Value.WaitUntilReadyAsync(cancellationToken);

    /// <inheritdoc/>
    public RateLimitBlock? GetBlock(RequestCost cost) => _unnamedAccount.Value.GetBlock(cost);

    /// <inheritdoc/>
    public TimeSpan TryConsume(RequestCost cost, ServerTimeRange now) => _unnamedAccount.Value.TryConsume(cost, now);

    /// <inheritdoc/>
    public TimeSpan TryReserve(int weight, ServerTimeRange now) => _unnamedAccount.Value.TryReserve(weight, now);

    /// <inheritdoc/>
    public void Release(int weight) => _unnamedAccount.Value.Release(weight);

    /// <inheritdoc/>
    public void Report(RequestUsage usage, ServerTimeRange counted) => _unnamedAccount.Value.Report(usage, counted);

    /// <inheritdoc/>
    public void ReportBlock(RateLimitBlock block) => _unnamedAccount.Value.ReportBlock(block);

    /// <summary>Returns what this process has leased and closes the connection in the background.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

    /// <summary>Returns what this process has leased and closes the connection, within a few seconds if Redis does not respond.</summary>
    /// <returns>A task that represents the operation.</returns>
    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
