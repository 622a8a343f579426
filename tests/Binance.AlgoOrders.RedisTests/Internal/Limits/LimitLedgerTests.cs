using Binance.AlgoOrders.Redis.Internal.Diagnostics;
using Binance.AlgoOrders.Redis.Internal.Limits;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Internal.Limits;

/// <summary>The decisions that a process makes from memory, on a manual clock.</summary>
public sealed class LimitLedgerTests
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(20);
    private static readonly LimitRules Rules = new(limit: 2400, window: TimeSpan.FromMinutes(1), leaseShare: 0.96, localShare: 0.05);

    private readonly ManualTimeProvider _time = new();
    private readonly RedisHealth _health;
    private readonly LimitLedger _ledger;
    private TimeSpan _error;

    public LimitLedgerTests()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        _health = new RedisHealth(MaxDelay, _time);
        _ledger = new LimitLedger("test", Rules, _health, new AsyncAutoResetEvent(), _time);
    }

    private ServerTimeRange Now => new(_time.GetUtcNow() - _error, _time.GetUtcNow() + _error);

    [Fact]
    public void Bulk_cancels_wait_for_Redis_no_longer_than_the_maximum_delay()
    {
        TimeSpan waited = TimeSpan.Zero;
        while (_ledger.TryReserve(1, Now) is var delay && delay > TimeSpan.Zero)
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
    public void Reserved_weight_counts_towards_the_local_share()
    {
        _health.RequestFailed();
        Assert.Equal(TimeSpan.Zero, _ledger.TryReserve(100, Now));

        Assert.NotEqual(TimeSpan.Zero, _ledger.TryReserve(21, Now));
        _ledger.Release(100);
        Assert.Equal(TimeSpan.Zero, _ledger.TryReserve(21, Now));
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
        TryConsumeOne();
        _ledger.Report(2160, Now);

        Assert.False(TryConsumeOne());
    }

    [Fact]
    public void Bulk_cancels_consume_exactly_their_lease()
    {
        Lease(granted: 24, used: 0);

        Assert.Equal(24, ConsumeAll());
    }

    [Fact]
    public void An_order_of_a_bulk_reserves_its_follow_ups_and_returns_what_it_did_not_use()
    {
        Lease(granted: 12, used: 0);
        Assert.Equal(TimeSpan.Zero, _ledger.TryReserve(12, Now));
        Assert.NotEqual(TimeSpan.Zero, _ledger.TryReserve(1, Now));

        _ledger.ConsumeLeased(1, reserved: 1, Now);
        _ledger.Release(11);

        Assert.Equal(TimeSpan.Zero, _ledger.TryReserve(11, Now));
        Assert.NotEqual(TimeSpan.Zero, _ledger.TryReserve(1, Now));
    }

    [Fact]
    public void A_lease_ends_with_its_minute()
    {
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, ConsumeAll());
    }

    [Fact]
    public void Bulk_cancels_wait_for_the_next_minute_when_this_one_is_used_up()
    {
        Lease(granted: 0, used: 2304);

        Assert.Equal(TimeSpan.FromSeconds(59), _ledger.TryReserve(1, Now));
    }

    [Fact]
    public void Bulk_cancels_wait_while_it_is_uncertain_which_minute_it_is()
    {
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromSeconds(58.7));
        _error = TimeSpan.FromMilliseconds(400);

        Assert.Equal(TimeSpan.FromSeconds(0.7), _ledger.TryReserve(1, Now));
    }

    [Fact]
    public void A_report_that_may_be_of_the_minute_before_counts_for_none()
    {
        _error = TimeSpan.FromMilliseconds(400);
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromSeconds(59.3));
        _ledger.Report(2400, Now);
        _time.Advance(TimeSpan.FromSeconds(1));
        _ledger.Report(2400, new ServerTimeRange(Now.Earliest - TimeSpan.FromSeconds(1), Now.Latest));

        Assert.Equal(TimeSpan.Zero, _ledger.TryConsume(1, Now));
    }

    [Fact]
    public void What_was_sent_close_to_the_end_of_a_minute_is_reported_for_both()
    {
        _error = TimeSpan.FromMilliseconds(400);
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromSeconds(58.7));
        _ledger.Consume(7, Now);

        LimitReport report = _ledger.CreateReport(Now);
        LimitReport next = _ledger.CreateReportOfNext()!.Value;
        _ledger.Apply(next, default);

        Assert.Equal((7, 7, 1), (report.Consumed, next.Consumed, next.Window - report.Window));
        Assert.Null(_ledger.CreateReportOfNext());
    }

    [Fact]
    public void Queries_wait_for_the_next_minute_when_only_the_weight_for_cancels_is_left()
    {
        Lease(granted: 0, used: 2352);

        Assert.Equal(TimeSpan.FromSeconds(59), _ledger.TryConsume(1, Now));
    }

    [Fact]
    public void Queries_leave_what_all_processes_have_leased()
    {
        Lease(granted: 100, used: 2200, leased: 152);

        Assert.InRange(_ledger.TryConsume(1, Now), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(25));
    }

    [Fact]
    public void Cancels_are_counted_even_when_the_minute_is_used_up()
    {
        Lease(granted: 0, used: 2400);
        _ledger.Consume(5, Now);

        Assert.Equal(5, _ledger.CreateReport(Now).Consumed);
    }

    [Fact]
    public void A_lease_is_returned_when_there_are_no_bulk_cancels()
    {
        Lease(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _ledger.CreateReport(Now).Leased);
    }

    [Fact]
    public void A_lease_that_is_too_small_is_returned_so_that_another_process_can_use_it()
    {
        Lease(granted: 11, used: 2200);
        _ledger.TryReserve(12, Now);
        _ledger.Apply(_ledger.CreateReport(Now), new LimitLease(Granted: 0, Used: 2200, Leased: 104));

        LimitReport report = _ledger.CreateReport(Now);

        Assert.Equal((0, 12), (report.Leased, report.Minimum));
    }

    [Fact]
    public void Nothing_is_reported_when_nothing_has_changed()
    {
        Lease(granted: 24, used: 0);
        ConsumeAll();
        _time.Advance(TimeSpan.FromSeconds(1));
        LimitReport report = _ledger.CreateReport(Now);
        Assert.True(_ledger.IsNew(report));
        _ledger.Apply(report, new LimitLease(Granted: 0, report.Consumed, Leased: 0));

        Assert.False(_ledger.IsNew(_ledger.CreateReport(Now)));
    }

    [Fact]
    public void Totals_are_reported_again_when_Redis_has_lost_them()
    {
        Lease(granted: 24, used: 0);
        ConsumeAll();
        _time.Advance(TimeSpan.FromSeconds(1));
        LimitReport report = _ledger.CreateReport(Now);
        _ledger.Apply(report, new LimitLease(Granted: 0, report.Consumed, Leased: 0));

        _ledger.ApplyReading(report.Window, default, isKnown: false);

        Assert.True(_ledger.IsNew(_ledger.CreateReport(Now)));
    }

    private void Lease(int granted, int used, int leased = 0)
    {
        _ledger.TryReserve(1, Now);
        LimitReport report = _ledger.CreateReport(Now);
        _health.RequestCompleted();
        _ledger.Apply(report, new LimitLease(granted, used, Math.Max(granted, leased)));
    }

    private bool TryConsumeOne()
    {
        if (_ledger.TryReserve(1, Now) > TimeSpan.Zero)
        {
            return false;
        }

        _ledger.ConsumeLeased(1, reserved: 1, Now);
        return true;
    }

    private int ConsumeAll()
    {
        int consumed = 0;
        while (TryConsumeOne())
        {
            consumed++;
        }

        return consumed;
    }
}
