using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>The part of one process in a budget, for one account and without a client, and its log. It uses a real Redis and real time.</summary>
internal sealed class TestBudget : IAsyncDisposable, ILoggerFactory, ILogger
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly RequestCost Bulk = new(1, RequestPriority.Bulk, CountsAsOrder: false);
    private static readonly RequestCost NewOrder = new(0, RequestPriority.Normal, CountsAsOrder: true);

    public TestBudget(string configuration, string name = "test", string account = "account", TimeSpan? maxDelay = null, TimeProvider? clock = null)
    {
        Rules = BudgetRules.Of(new AlgoOrderClientOptions(), localShare: 0.05, maxDelay ?? TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
        var keys = new BudgetKeys("binance-algo-orders", "exchange.test", name);
        var telemetry = new BudgetTelemetry(name, keys.Address, Rules.Weight.LocalShare, new TestMeterFactory(), this);
        Process = new ProcessBudget(Rules, keys, RedisConnection.FromConfiguration(configuration), telemetry, clock ?? TimeProvider.System, TimeProvider.System);
        Budget = Process.ForAccount(account);
    }

    public BudgetRules Rules { get; }

    public ProcessBudget Process { get; }

    /// <summary>The budget of the account.</summary>
    public IRequestBudget Budget { get; }

    /// <summary>The block of all requests of the address.</summary>
    public RateLimitBlock? Block => Budget.GetBlock(Bulk);

    /// <summary>The block of new orders of the account.</summary>
    public RateLimitBlock? OrderBlock => Budget.GetBlock(NewOrder);

    public ConcurrentQueue<(int Id, string Text)> LogEntries { get; } = [];

    // A constant time, so that no window ends during a test.
    public static DateTimeOffset Time { get; } = new(2026, 3, 2, 12, 0, 1, TimeSpan.Zero);

    private static ServerTimeRange Now { get; } = new(Time, Time);

    /// <summary>Consumes weight for bulk cancels until the maximum is reached or the minute is used up.</summary>
    /// <returns>The consumed weight.</returns>
    public Task<int> ConsumeBulkAsync(int maximum) => ConsumeAsync(maximum, () => Budget.TryReserve(1, Now), () => Budget.TryConsume(Bulk, Now));

    /// <summary>Places orders until the maximum is reached or the 10 seconds are used up.</summary>
    /// <returns>The number of orders.</returns>
    public Task<int> PlaceAsync(int maximum) => ConsumeAsync(maximum, () => Budget.TryConsume(NewOrder, Now), () => TimeSpan.Zero);

    public void Report(int used) => Budget.Report(new RequestUsage(used, OrderCount10Seconds: null, OrderCount1Minute: null), Now);

    public TimeSpan TryReserve(int weight) => Budget.TryReserve(weight, Now);

    public TimeSpan TryConsume(RequestCost cost) => Budget.TryConsume(cost, Now);

    /// <summary>Waits for a condition that background work fulfils.</summary>
    public static async Task WaitUntilAsync(Func<bool> condition, Func<string>? describe = null)
    {
        long startedAt = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(startedAt) < Timeout, $"The condition must become true within {Timeout}, but did not. {describe?.Invoke()}");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Process.DisposeAsync();

    void IDisposable.Dispose()
    {
    }

    ILogger ILoggerFactory.CreateLogger(string categoryName) => this;

    void ILoggerFactory.AddProvider(ILoggerProvider provider)
    {
    }

    IDisposable? ILogger.BeginScope<TState>(TState state) => null;

    bool ILogger.IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        LogEntries.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception?.Message}"));

    private async Task<int> ConsumeAsync(int maximum, Func<TimeSpan> tryBegin, Func<TimeSpan> complete)
    {
        int consumed = 0;
        long startedAt = TimeProvider.System.GetTimestamp();
        while (consumed < maximum)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(startedAt) < Timeout, $"The limit must be used up within {Timeout}, but was not. Log: {string.Join(' ', LogEntries)}");
            TimeSpan delay = tryBegin();
            if (delay > TimeSpan.FromSeconds(5))
            {
                return consumed;
            }

            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay, TestContext.Current.CancellationToken);
                continue;
            }

            Assert.Equal(TimeSpan.Zero, complete());
            consumed++;
        }

        return consumed;
    }

    private sealed class TestMeterFactory : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
