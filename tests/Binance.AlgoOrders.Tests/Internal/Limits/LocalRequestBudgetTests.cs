using System.Net;
using Binance.AlgoOrders.Internal.Limits;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Limits;

public class LocalRequestBudgetTests
{
    private static readonly RequestCost Bulk = new(Weight: 1, RequestPriority.Bulk, CountsAsOrder: false);
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset LaterInTheMinute = Now.AddSeconds(20);
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(2400)]
    [InlineData(int.MaxValue)]
    public void Bulk_requests_wait_when_the_reported_weight_reaches_the_limit(int reported)
    {
        LocalRequestBudget budget = Create(limit: 2400);
        budget.Consume(Bulk, Now);
        Report(budget, reported, Now);
        budget.Consume(Bulk, Now);

        Assert.InRange(budget.GetDelay(Bulk, Now), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }

    [Theory]
    [InlineData(95, 0)]
    [InlineData(96, 40_250)]
    public void Bulk_requests_use_96_percent_and_then_wait_for_the_next_minute(int used, double milliseconds)
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.Consume(Bulk with { Weight = used }, LaterInTheMinute);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), budget.GetDelay(Bulk, LaterInTheMinute));
    }

    [Theory]
    [InlineData(0, 250)]
    [InlineData(100, 150)]
    [InlineData(250, 0)]
    public void A_minute_begins_250_ms_late(int intoTheMinute, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Create(limit: 100).GetDelay(Bulk, Now.AddMilliseconds(intoTheMinute)));

    [Fact]
    public void The_used_weight_is_zero_in_the_next_minute()
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.Consume(Bulk with { Weight = 100 }, LaterInTheMinute);
        Assert.Equal(TimeSpan.Zero, budget.GetDelay(Bulk, LaterInTheMinute.AddMinutes(1)));
    }

    [Theory]
    [InlineData(RequestPriority.Cancel)]
    [InlineData(RequestPriority.Normal)]
    public void Only_bulk_requests_wait(RequestPriority priority)
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.Consume(Bulk with { Weight = 100 }, Now);
        Assert.Equal(TimeSpan.Zero, budget.GetDelay(Bulk with { Priority = priority }, Now));
    }

    [Fact]
    public void A_report_does_not_lower_the_used_weight()
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.Consume(Bulk with { Weight = 96 }, LaterInTheMinute);
        Report(budget, used: 1, LaterInTheMinute);
        Assert.NotEqual(TimeSpan.Zero, budget.GetDelay(Bulk, LaterInTheMinute));
    }

    [Fact]
    public void A_report_of_the_previous_minute_is_ignored()
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.Consume(Bulk, LaterInTheMinute);
        Report(budget, used: 100, LaterInTheMinute.AddMinutes(-1));
        Assert.Equal(TimeSpan.Zero, budget.GetDelay(Bulk, LaterInTheMinute));
    }

    [Fact]
    public void A_report_without_a_weight_is_ignored()
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.Consume(Bulk with { Weight = 96 }, LaterInTheMinute);
        Report(budget, used: null, LaterInTheMinute);
        Assert.NotEqual(TimeSpan.Zero, budget.GetDelay(Bulk, LaterInTheMinute));
    }

    [Fact]
    public void A_block_ends_after_its_time()
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.ReportBlock(Ban(seconds: 3));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Ban(seconds: 1), budget.Block);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(budget.Block);
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    public void The_longer_of_two_blocks_is_in_force(int first, int second)
    {
        LocalRequestBudget budget = Create(limit: 100);
        budget.ReportBlock(Ban(first));
        budget.ReportBlock(Ban(second));
        Assert.Equal(Ban(seconds: 9), budget.Block);
    }

    private static void Report(LocalRequestBudget budget, int? used, DateTimeOffset sentAt) =>
        budget.Report(new RequestUsage(used, OrderCount10Seconds: null, OrderCount1Minute: null), sentAt);

    private static RateLimitBlock Ban(int seconds) => new((HttpStatusCode)418, TimeSpan.FromSeconds(seconds));

    private LocalRequestBudget Create(int limit) => new(limit, _time);
}
