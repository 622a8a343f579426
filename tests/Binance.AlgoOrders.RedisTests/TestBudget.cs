using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Binance.AlgoOrders.Internal;
using Microsoft.Extensions.Logging;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>One process's part of a budget, without a client, and what it logs. Time is real: it talks to a real Redis.</summary>
internal sealed class TestBudget : IAsyncDisposable, ILoggerFactory, ILogger
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(30);
    private static readonly RequestCost OfBulk = new(1, RequestPriority.Bulk, CountsAsOrder: false);

    public TestBudget(string configuration, string name = "test", int limit = 2400, TimeSpan? maxDelay = null, string apiKey = "made-up", TimeProvider? clock = null)
    {
        var options = new RedisRequestBudgetOptions { Name = name, Configuration = configuration, MaxDelay = maxDelay ?? TimeSpan.FromSeconds(1) };
        Rules = BudgetRules.Of(limit, options);
        Budget = new RedisRequestBudget(
            Rules, BudgetKeys.Of(options, "exchange.test", apiKey), RedisLink.To(configuration), new BudgetMetrics(new NoMeters(), name), this, new BudgetClocks(clock ?? TimeProvider.System, TimeProvider.System));
    }

    public BudgetRules Rules { get; }

    public RedisRequestBudget Budget { get; }

    public ConcurrentQueue<(int Id, string Text)> Lines { get; } = [];

    // Long enough after the minute's beginning, and the same for all, so that no test stumbles over its end.
    private static DateTimeOffset Now { get; } = new(2026, 3, 2, 12, 0, 1, TimeSpan.Zero);

    /// <summary>Sends bulk requests, as many as it may, until that many have left or the budget says that the minute is used up.</summary>
    public async Task<int> SpendAsync(int most)
    {
        int sent = 0;
        while (sent < most)
        {
            TimeSpan wait = Budget.TimeUntilMaySend(OfBulk, Now);
            if (wait > TimeSpan.FromSeconds(10))
            {
                return sent;
            }

            if (wait > TimeSpan.Zero)
            {
                await Task.Delay(wait);
                continue;
            }

            Budget.Spend(OfBulk with { Priority = RequestPriority.Cancel }, Now);
            sent++;
        }

        return sent;
    }

    public void Report(int used) => Budget.Report(new RequestUsage(used, OrderCount10Seconds: null, OrderCount1Minute: null), Now);

    public TimeSpan Ask(RequestCost cost) => Budget.TimeUntilMaySend(cost, Now);

    public void Spend(RequestCost cost) => Budget.Spend(cost, Now);

    /// <summary>Waits until something holds that comes in the background.</summary>
    public static async Task UntilAsync(Func<bool> holds)
    {
        long began = TimeProvider.System.GetTimestamp();
        while (!holds())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < Guard, "It never came.");
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
        Lines.Enqueue((eventId.Id, $"{formatter(state, exception)} {exception?.Message}"));

    private sealed class NoMeters : IMeterFactory
    {
        public Meter Create(MeterOptions options) => new(options);

        public void Dispose()
        {
        }
    }
}
