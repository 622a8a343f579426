using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Redis.Internal;
using Binance.AlgoOrders.Redis.Internal.Connection;
using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>The part of one process in a budget, without a client, and its log. It uses a real Redis and real time.</summary>
internal sealed class TestBudget : IAsyncDisposable, ILoggerFactory, ILogger
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(30);
    private static readonly RequestCost BulkCost = new(1, RequestPriority.Bulk, CountsAsOrder: false);

    public TestBudget(string configuration, string name = "test", int limit = 2400, TimeSpan? maxDelay = null, string apiKey = "made-up", TimeProvider? clock = null)
    {
        var options = new RedisRequestBudgetOptions { Name = name, Configuration = configuration, MaxDelay = maxDelay ?? TimeSpan.FromSeconds(1) };
        Rules = BudgetRules.Of(limit, options);
        BudgetKeys keys = BudgetKeys.Of(options, "exchange.test", apiKey);
        var telemetry = new BudgetTelemetry(name, keys.AddressPrefix, Rules.LocalShare, new TestMeterFactory(), this);
        var connection = RedisConnection.FromConfiguration(configuration);
        Budget = new RedisRequestBudget(Rules, keys, connection, telemetry, clock ?? TimeProvider.System, TimeProvider.System);
    }

    public BudgetRules Rules { get; }

    public RedisRequestBudget Budget { get; }

    public ConcurrentQueue<(int Id, string Text)> LogEntries { get; } = [];

    // A constant time after the start margin, so that no window ends during a test.
    private static DateTimeOffset Now { get; } = new(2026, 3, 2, 12, 0, 1, TimeSpan.Zero);

    /// <summary>Consumes weight for bulk cancels until the maximum is reached or the minute is used up.</summary>
    /// <returns>The consumed weight.</returns>
    public async Task<int> ConsumeBulkAsync(int maximum)
    {
        int consumed = 0;
        while (consumed < maximum)
        {
            TimeSpan delay = Budget.GetDelay(BulkCost, Now);
            if (delay > TimeSpan.FromSeconds(10))
            {
                return consumed;
            }

            if (delay > TimeSpan.Zero)
            {
                await Task.Delay(delay);
                continue;
            }

            Budget.Consume(BulkCost with { Priority = RequestPriority.Cancel }, Now);
            consumed++;
        }

        return consumed;
    }

    public void Report(int used) => Budget.Report(new RequestUsage(used, OrderCount10Seconds: null, OrderCount1Minute: null), Now);

    public TimeSpan GetDelay(RequestCost cost) => Budget.GetDelay(cost, Now);

    public void Consume(RequestCost cost) => Budget.Consume(cost, Now);

    /// <summary>Waits for a condition that background work fulfils.</summary>
    public static async Task WaitUntilAsync(Func<bool> condition)
    {
        long startedAt = TimeProvider.System.GetTimestamp();
        while (!condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(startedAt) < Timeout, $"The condition must become true within {Timeout}, but did not.");
            await Task.Delay(TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken);
        }
    }

    public ValueTask DisposeAsync() => Budget.DisposeAsync();

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

    private sealed class TestMeterFactory : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
