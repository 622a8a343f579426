using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Binance.AlgoOrders.Internal;

/// <summary>One client's part of a shared budget. Everything that a request asks is answered from memory; Redis is dealt with in the background.</summary>
internal sealed class RedisRequestBudget : IRequestBudget, IAsyncDisposable, IDisposable
{
    private readonly WakeUp _wakeUp = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly AccountOrders _orders = new();
    private readonly KnownBan _ban;
    private readonly BanNews _news;
    private readonly WeightLedger _ledger;
    private readonly BinanceTime _binanceTime;
    private readonly BudgetMetrics _metrics;
    private readonly Task _running;
    private int _isDisposed;

    public RedisRequestBudget(
        BudgetRules rules, BudgetKeys keys, RedisLink link, BudgetMetrics metrics, ILoggerFactory? loggerFactory, BudgetClocks clocks)
    {
        var health = new RedisHealth(rules.MaxDelay, clocks.OfRedis);
        _metrics = metrics;
        _ban = new KnownBan(clocks.OfBans);
        _news = new BanNews(keys, _ban);
        _binanceTime = new BinanceTime(clocks.OfBans);
        _ledger = new WeightLedger(rules, health, _wakeUp, metrics, clocks.OfRedis);
        ILogger logger = loggerFactory?.CreateLogger("Binance.AlgoOrders.Redis") ?? NullLogger.Instance;
        var synchronizer = new BudgetSynchronizer(
            link,
            new BudgetExchange(rules, keys, _ledger, _orders, _ban, _binanceTime),
            _news,
            health,
            metrics,
            new BudgetVoice(logger, metrics, keys.OfAddress, rules.LocalShare),
            clocks.OfRedis);
        _running = synchronizer.RunAsync(_wakeUp, _stop.Token);
    }

    public RequestBan? Ban => _ban.Current;

    public TimeSpan TimeUntilMaySend(RequestCost cost, DateTimeOffset now)
    {
        _binanceTime.Note(now);
        if (cost.Priority == RequestPriority.Bulk)
        {
            return _ledger.TimeUntilBulkMaySend(cost.Weight, now);
        }

        TimeSpan weight = _ledger.TimeUntilOrdinaryMaySend(cost.Weight, now);
        TimeSpan order = cost.CountsAsOrder ? _orders.TimeUntilMayPlace(now) : TimeSpan.Zero;
        return weight > order ? weight : order;
    }

    public void Spend(RequestCost cost, DateTimeOffset now)
    {
        _binanceTime.Note(now);
        _ledger.Spend(cost.Weight, now);
        if (cost.CountsAsOrder)
        {
            _orders.Count(now);
        }
    }

    public void Report(RequestUsage usage, DateTimeOffset sentAt)
    {
        _ledger.Report(usage.UsedWeight1Minute ?? 0, sentAt);
        if (_orders.IsInUse)
        {
            _orders.Report(usage, sentAt);
        }
    }

    public void ReportBan(RequestBan ban)
    {
        _ban.Note(ban);
        _news.Announce();
        _wakeUp.Ring();
    }

    /// <summary>Gives back what was kept for bulk work, in the background.</summary>
    public void Dispose() => _ = DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0)
        {
            await _stop.CancelAsync().ConfigureAwait(false);
            await _running.ConfigureAwait(false);
            _stop.Dispose();
            _metrics.Dispose();
        }
    }
}
