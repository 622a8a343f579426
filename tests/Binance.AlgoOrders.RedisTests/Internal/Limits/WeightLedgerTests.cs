using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Internal.Limits;

/// <summary>The decisions that a process makes from memory, on a manual clock.</summary>
public sealed class WeightLedgerTests : IDisposable
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(20);
    private static readonly BudgetRules Rules = new(2400, TimeSpan.FromMinutes(1), MaxDelay, LocalShare: 120);

    private readonly ManualTimeProvider _time = new();
    private readonly BudgetTelemetry _telemetry = new("test", "test", Rules.LocalShare, meterFactory: null, loggerFactory: null);
    private readonly RedisHealth _health;
    private readonly WeightLedger _ledger;

    public WeightLedgerTests()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        _health = new RedisHealth(MaxDelay, _time);
        _ledger = new WeightLedger(Rules, _health, new AsyncAutoResetEvent(), _telemetry, _time);
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public void Bulk_cancels_wait_for_Redis_no_longer_than_the_maximum_delay()
    {
        TimeSpan waited = TimeSpan.Zero;
        while (_ledger.GetBulkDelay(1, Now) is var delay && delay > TimeSpan.Zero)
        {
            _time.Advance(delay);
            waited += delay;
        }

        Assert.InRange(waited, MaxDelay, MaxDelay + TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public void Bulk_cancels_consume_exactly_the_local_share_without_Redis()
    {
        _health.RequestFailed();

        Assert.Equal(120, ConsumeAll());
    }

    [Fact]
    public void The_local_share_is_renewed_in_the_next_minute()
    {
        _health.RequestFailed();
        ConsumeAll();
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(120, ConsumeAll());
    }

    [Fact]
    public void The_local_share_ends_early_when_Binance_reports_90_percent_of_the_limit()
    {
        _health.RequestFailed();
        TryConsume();
        _ledger.Report(2160, Now);

        Assert.False(TryConsume());
    }

    [Fact]
    public void Bulk_cancels_consume_exactly_their_lease()
    {
        Lease(granted: 24, used: 0);

        Assert.Equal(24, ConsumeAll());
    }

    [Fact]
    public void A_lease_ends_with_its_minute()
    {
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, ConsumeAll());
    }

    [Fact]
    public void Bulk_cancels_wait_until_the_margin_of_the_next_minute_is_over_when_this_minute_is_used_up()
    {
        Lease(granted: 0, used: 2304);

        Assert.Equal(TimeSpan.FromSeconds(59.25), _ledger.GetBulkDelay(1, Now));
    }

    [Fact]
    public void Lookups_wait_for_the_next_minute_when_only_the_weight_for_cancels_is_left()
    {
        Lease(granted: 0, used: 2352);

        Assert.Equal(TimeSpan.FromSeconds(59), _ledger.GetNormalDelay(1, Now));
    }

    [Fact]
    public void A_lease_is_returned_when_there_are_no_bulk_cancels()
    {
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _ledger.CreateReport(Now).Leased);
    }

    public void Dispose() => _telemetry.Dispose();

    private void Lease(int granted, int used)
    {
        _ledger.GetBulkDelay(1, Now);
        WeightReport report = _ledger.CreateReport(Now);
        _health.RequestCompleted();
        _ledger.Apply(report, new WeightLease(granted, used));
    }

    private bool TryConsume()
    {
        if (_ledger.GetBulkDelay(1, Now) > TimeSpan.Zero)
        {
            return false;
        }

        _ledger.Consume(1, Now);
        return true;
    }

    private int ConsumeAll()
    {
        int consumed = 0;
        while (TryConsume())
        {
            consumed++;
        }

        return consumed;
    }
}
