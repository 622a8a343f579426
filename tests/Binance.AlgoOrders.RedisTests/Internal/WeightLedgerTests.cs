using Binance.AlgoOrders.Internal;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.RedisTests.Internal;

/// <summary>What a process answers from memory, on a clock that stands still.</summary>
public sealed class WeightLedgerTests : IDisposable
{
    private static readonly TimeSpan MaxDelay = TimeSpan.FromMilliseconds(20);
    private static readonly BudgetRules Rules = new(2400, TimeSpan.FromMinutes(1), MaxDelay, LocalShare: 120);

    private readonly ManualTimeProvider _time = new();
    private readonly BudgetMetrics _metrics = new(factory: null, "test");
    private readonly RedisHealth _health;
    private readonly WeightLedger _ledger;

    public WeightLedgerTests()
    {
        _time.Advance(TimeSpan.FromSeconds(1));
        _health = new RedisHealth(MaxDelay, _time);
        _ledger = new WeightLedger(Rules, _health, new WakeUp(), _metrics, _time);
    }

    private DateTimeOffset Now => _time.GetUtcNow();

    [Fact]
    public void A_bulk_waits_for_Redis_no_longer_than_allowed()
    {
        TimeSpan waited = TimeSpan.Zero;
        while (_ledger.TimeUntilBulkMaySend(1, Now) is var wait && wait > TimeSpan.Zero)
        {
            _time.Advance(wait);
            waited += wait;
        }

        Assert.InRange(waited, MaxDelay, MaxDelay + TimeSpan.FromMilliseconds(2));
    }

    [Fact]
    public void Without_Redis_a_bulk_sends_the_local_share_and_no_more()
    {
        _health.Failed();

        Assert.Equal(120, SendAll());
    }

    [Fact]
    public void The_next_minute_has_a_local_share_of_its_own()
    {
        _health.Failed();
        SendAll();
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(120, SendAll());
    }

    [Fact]
    public void What_Binance_reports_holds_the_local_share_back()
    {
        _health.Failed();
        SendOne();
        _ledger.Report(2160, Now);

        Assert.False(SendOne());
    }

    [Fact]
    public void A_bulk_sends_what_was_granted()
    {
        Grant(granted: 24, used: 0);

        Assert.Equal(24, SendAll());
    }

    [Fact]
    public void A_grant_of_the_last_minute_is_worth_nothing_in_the_next()
    {
        Grant(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(0, SendAll());
    }

    [Fact]
    public void A_bulk_waits_for_the_next_minute_and_a_little_once_this_one_is_used_up()
    {
        Grant(granted: 0, used: 2304);

        Assert.Equal(TimeSpan.FromSeconds(59.25), _ledger.TimeUntilBulkMaySend(1, Now));
    }

    [Fact]
    public void A_lookup_leaves_the_last_of_the_weight_to_cancels()
    {
        Grant(granted: 0, used: 2352);

        Assert.Equal(TimeSpan.FromSeconds(59), _ledger.TimeUntilOrdinaryMaySend(1, Now));
    }

    [Fact]
    public void What_is_kept_for_a_bulk_is_given_back_when_there_is_none()
    {
        Grant(granted: 24, used: 0);
        _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(0, _ledger.Declare(Now).Holding);
    }

    public void Dispose() => _metrics.Dispose();

    private void Grant(int granted, int used)
    {
        _ledger.TimeUntilBulkMaySend(1, Now);
        WeightDeclaration told = _ledger.Declare(Now);
        _health.Answered();
        _ledger.Take(told, new WeightGrant(granted, used));
    }

    private bool SendOne()
    {
        if (_ledger.TimeUntilBulkMaySend(1, Now) > TimeSpan.Zero)
        {
            return false;
        }

        _ledger.Spend(1, Now);
        return true;
    }

    private int SendAll()
    {
        int sent = 0;
        while (SendOne())
        {
            sent++;
        }

        return sent;
    }
}
