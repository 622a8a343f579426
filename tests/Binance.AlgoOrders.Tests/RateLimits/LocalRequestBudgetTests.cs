using System.Net;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.RateLimits;

public class LocalRequestBudgetTests
{
    private const int Banned = 418;

    private static readonly RequestCost Cancel = new(Weight: 1, RequestPriority.Cancel, CountsAsOrder: false);
    private static readonly RequestCost Query = Cancel with { Priority = RequestPriority.Normal };
    private static readonly RequestCost Bulk = Cancel with { Priority = RequestPriority.Bulk };
    private static readonly RequestCost Order = new(Weight: 0, RequestPriority.Normal, CountsAsOrder: true);
    private static readonly DateTimeOffset Minute = DateTimeOffset.UnixEpoch.AddDays(20_000);

    private readonly ManualTimeProvider _time = new();
    private readonly LocalRequestBudget _budget;

    public LocalRequestBudgetTests() => _budget = new LocalRequestBudget(weightLimit: 100, orderLimit10Seconds: 3, orderLimit1Minute: 5, _time);

    [Theory]
    [InlineData(99, 100, 3, "weightLimit must be 100 to 1000000, but was 99.")]
    [InlineData(100, 0, 3, "orderLimit10Seconds must be 1 to 1000000, but was 0.")]
    [InlineData(100, 1, 1_000_001, "orderLimit1Minute must be 1 to 1000000, but was 1000001.")]
    public void Limits_outside_their_range_are_refused(int weight, int tenSeconds, int minute, string text)
    {
        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new LocalRequestBudget(weight, tenSeconds, minute));
        Assert.StartsWith(text, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(96, 0)]
    [InlineData(97, 40)]
    public void Bulk_work_reserves_96_percent_and_then_waits_for_the_next_minute(int weight, int seconds)
    {
        Use(weight - 12, At(20));
        Assert.Equal(TimeSpan.FromSeconds(seconds), _budget.TryReserve(12, At(20)));
    }

    [Theory]
    [InlineData(98, 0)]
    [InlineData(99, 40)]
    public void Queries_use_98_percent_and_then_wait_for_the_next_minute(int weight, int seconds)
    {
        Use(weight - 1, At(20));
        Assert.Equal(TimeSpan.FromSeconds(seconds), _budget.TryConsume(Query, At(20)));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(10_000)]
    public void Cancels_never_wait(int used)
    {
        Use(used, At(20));
        Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Cancel, At(20)));
    }

    [Fact]
    public void Reserved_weight_is_not_free_for_queries()
    {
        Assert.Equal(TimeSpan.Zero, _budget.TryReserve(96, At(20)));
        Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Query with { Weight = 2 }, At(20)));
        Assert.NotEqual(TimeSpan.Zero, _budget.TryConsume(Query, At(20)));
    }

    [Fact]
    public void Reserved_weight_that_was_not_used_is_free_again()
    {
        _budget.TryReserve(96, At(20));
        _budget.TryConsume(Bulk, At(20));
        Assert.NotEqual(TimeSpan.Zero, _budget.TryReserve(12, At(20)));

        _budget.Release(95);

        Assert.Equal(TimeSpan.Zero, _budget.TryReserve(95, At(20)));
    }

    [Fact]
    public void The_orders_in_progress_keep_their_reserve_in_the_next_minute()
    {
        _budget.TryReserve(90, At(59));
        Assert.NotEqual(TimeSpan.Zero, _budget.TryReserve(12, At(70)));
    }

    [Fact]
    public void Bulk_work_that_waits_for_reserved_weight_tries_again_soon()
    {
        _budget.TryReserve(96, At(20));
        Assert.InRange(_budget.TryReserve(12, At(20)), TimeSpan.FromMilliseconds(1), TimeSpan.FromMilliseconds(100));
    }

    [Theory]
    [InlineData(-0.4, 0.4, 0.4)]
    [InlineData(0, 2, 0)]
    [InlineData(-0.040, 0.040, 0.040)]
    public void Bulk_work_waits_while_the_clock_does_not_tell_which_minute_it_is(double earliest, double latest, double seconds)
    {
        // The budget knows the minute before.
        Use(1, At(-5));
        Assert.Equal(TimeSpan.FromSeconds(seconds), _budget.TryReserve(12, Between(earliest, latest)));
    }

    [Fact]
    public void The_used_weight_is_zero_in_the_next_minute()
    {
        Use(100, At(20));
        Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Query, At(80)));
    }

    [Fact]
    public void A_request_that_may_be_counted_in_either_minute_counts_in_both()
    {
        _budget.TryConsume(Cancel with { Weight = 98 }, Between(59.9, 60.1));
        Assert.NotEqual(TimeSpan.Zero, _budget.TryConsume(Query, At(59.95)));
        Assert.NotEqual(TimeSpan.Zero, _budget.TryConsume(Query, At(61)));
        Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Query, At(121)));
    }

    [Theory]
    [InlineData(20, 20.1, 40)]
    [InlineData(0, 59.9, 40)]
    [InlineData(-0.04, 0.04, 0)]
    [InlineData(-0.4, 20, 0)]
    [InlineData(-20, -19, 0)]
    [InlineData(59.9, 60.1, 0)]
    public void A_report_counts_only_if_it_is_certainly_of_the_current_minute(double earliest, double latest, int seconds)
    {
        Use(1, At(19));
        Report(98, Between(earliest, latest));
        Assert.Equal(TimeSpan.FromSeconds(seconds), _budget.TryConsume(Query, At(20)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    public void A_report_does_not_lower_the_used_weight(int? used)
    {
        Use(98, At(20));
        Report(used, At(20));
        Assert.NotEqual(TimeSpan.Zero, _budget.TryConsume(Query, At(20)));
    }

    [Fact]
    public void A_clock_that_was_corrected_backwards_keeps_what_was_counted_and_ends_the_minute_in_time()
    {
        Use(98, At(3_600));
        Assert.Equal(TimeSpan.FromSeconds(40), _budget.TryConsume(Query, At(20)));
        Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Query, At(61)));
    }

    [Theory]
    [InlineData(3, 11, 9)]
    [InlineData(2, 11, 0)]
    public void New_orders_wait_for_the_next_10_seconds(int placed, int at, int seconds)
    {
        Place(placed, at);
        Assert.Equal(TimeSpan.FromSeconds(seconds), _budget.TryConsume(Order, At(at)));
    }

    [Fact]
    public void New_orders_wait_for_the_next_minute_when_its_limit_is_reached()
    {
        Place(3, at: 1);
        Place(2, at: 11);
        Assert.Equal(TimeSpan.FromSeconds(39), _budget.TryConsume(Order, At(21)));
        Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Order, At(60)));
    }

    [Fact]
    public void Orders_of_other_programs_count_when_Binance_reports_them()
    {
        _budget.TryConsume(Order, At(11));
        _budget.Report(new RequestUsage(UsedWeight1Minute: null, OrderCount10Seconds: 3, OrderCount1Minute: 4), At(11));
        Assert.Equal(TimeSpan.FromSeconds(9), _budget.TryConsume(Order, At(11)));
    }

    [Fact]
    public void Accounts_share_the_weight_but_not_the_orders()
    {
        IRequestBudget first = _budget.ForAccount("first");
        IRequestBudget second = _budget.ForAccount("second");
        Enumerable.Range(0, 3).ToList().ForEach(_ => first.TryConsume(Order, At(11)));
        first.TryConsume(Cancel with { Weight = 98 }, At(11));

        Assert.NotEqual(TimeSpan.Zero, first.TryConsume(Order, At(11)));
        Assert.NotEqual(TimeSpan.Zero, _budget.ForAccount("first").TryConsume(Order, At(11)));
        Assert.Equal(TimeSpan.Zero, second.TryConsume(Order, At(11)));
        Assert.NotEqual(TimeSpan.Zero, second.TryConsume(Query, At(11)));
    }

    [Fact]
    public void A_ban_of_the_address_stops_every_account()
    {
        _budget.ForAccount("first").ReportBlock(Ban(seconds: 3));
        Assert.Equal(Ban(seconds: 3), _budget.ForAccount("second").GetBlock(Cancel));
    }

    [Fact]
    public void A_block_of_new_orders_stops_only_the_orders_of_the_account()
    {
        RateLimitBlock block = Ban(seconds: 3) with { StatusCode = HttpStatusCode.TooManyRequests, Scope = RateLimitScope.AccountOrders };
        IRequestBudget first = _budget.ForAccount("first");
        first.ReportBlock(block);

        Assert.Equal(block, first.GetBlock(Order));
        Assert.Null(first.GetBlock(Cancel));
        Assert.Null(first.GetBlock(Query));
        Assert.Null(_budget.ForAccount("second").GetBlock(Order));
    }

    [Fact]
    public void A_block_ends_after_its_time()
    {
        _budget.ReportBlock(Ban(seconds: 3));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Ban(seconds: 1), _budget.GetBlock(Cancel));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_budget.GetBlock(Cancel));
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    public void The_longer_of_two_blocks_is_in_force(int first, int second)
    {
        _budget.ReportBlock(Ban(first));
        _budget.ReportBlock(Ban(second));
        Assert.Equal(Ban(seconds: 9), _budget.GetBlock(Cancel));
    }

    [Theory]
    [InlineData(0, 3_600)]
    [InlineData(3_600, 0)]
    [InlineData(60, 120)]
    public void A_block_is_over_when_either_clock_says_so(int monotonicSeconds, int wallSeconds)
    {
        var time = new TwoClocks();
        var budget = new LocalRequestBudget(timeProvider: time);
        budget.ReportBlock(Ban(seconds: 120));

        time.Sleep(TimeSpan.FromSeconds(monotonicSeconds), TimeSpan.FromSeconds(wallSeconds));

        Assert.Null(budget.GetBlock(Cancel));
    }

    [Fact]
    public void A_wall_clock_that_is_set_back_does_not_prolong_a_block()
    {
        var time = new TwoClocks();
        var budget = new LocalRequestBudget(timeProvider: time);
        budget.ReportBlock(Ban(seconds: 120));

        time.Sleep(TimeSpan.FromSeconds(100), TimeSpan.FromHours(-1));

        Assert.Equal(Ban(seconds: 20), budget.GetBlock(Cancel));
    }

    private static ServerTimeRange At(double seconds) => Between(seconds, seconds);

    private static ServerTimeRange Between(double earliest, double latest) => new(Minute.AddSeconds(earliest), Minute.AddSeconds(latest));

    private static RateLimitBlock Ban(int seconds) => new((HttpStatusCode)Banned, TimeSpan.FromSeconds(seconds));

    private void Use(int weight, ServerTimeRange at) => _budget.TryConsume(Cancel with { Weight = weight }, at);

    private void Place(int count, int at)
    {
        for (int placed = 0; placed < count; placed++)
        {
            Assert.Equal(TimeSpan.Zero, _budget.TryConsume(Order, At(at)));
        }
    }

    private void Report(int? used, ServerTimeRange counted) =>
        _budget.Report(new RequestUsage(used, OrderCount10Seconds: null, OrderCount1Minute: null), counted);

    /// <summary>A machine whose monotonic clock stands still while it sleeps.</summary>
    private sealed class TwoClocks : TimeProvider
    {
        private DateTimeOffset _wall = Minute;
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public override DateTimeOffset GetUtcNow() => _wall;

        public void Sleep(TimeSpan monotonic, TimeSpan wall)
        {
            _ticks += monotonic.Ticks;
            _wall += wall;
        }
    }
}
