using System.Net;
using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class WeightBudgetTests
{
    private static readonly RequestCost Bulk = new(Weight: 1, RequestPriority.Bulk, CountsAsOrder: false);
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;
    private static readonly DateTimeOffset LaterInTheMinute = Now.AddSeconds(20);
    private readonly ManualTimeProvider _time = new();

    [Theory]
    [InlineData(2400)]
    [InlineData(int.MaxValue)]
    public void Bulk_work_waits_when_the_weight_is_reported_as_spent(int reported)
    {
        WeightBudget budget = Create(limit: 2400);
        budget.Spend(Bulk, Now);
        Report(budget, reported, Now);
        budget.Spend(Bulk, Now);

        Assert.InRange(budget.TimeUntilMaySend(Bulk, Now), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }

    [Theory]
    [InlineData(95, 0)]
    [InlineData(96, 40_250)]
    public void Bulk_work_may_spend_96_percent_and_then_waits_for_the_next_minute(int spent, double milliseconds)
    {
        WeightBudget budget = Create(limit: 100);
        budget.Spend(Bulk with { Weight = spent }, LaterInTheMinute);
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), budget.TimeUntilMaySend(Bulk, LaterInTheMinute));
    }

    [Theory]
    [InlineData(0, 250)]
    [InlineData(100, 150)]
    [InlineData(250, 0)]
    public void A_minute_begins_a_quarter_of_a_second_late(int intoTheMinute, double milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), Create(limit: 100).TimeUntilMaySend(Bulk, Now.AddMilliseconds(intoTheMinute)));

    [Fact]
    public void What_was_spent_in_one_minute_is_forgotten_in_the_next()
    {
        WeightBudget budget = Create(limit: 100);
        budget.Spend(Bulk with { Weight = 100 }, LaterInTheMinute);
        Assert.Equal(TimeSpan.Zero, budget.TimeUntilMaySend(Bulk, LaterInTheMinute.AddMinutes(1)));
    }

    [Theory]
    [InlineData(RequestPriority.Cancel)]
    [InlineData(RequestPriority.Ordinary)]
    public void Nothing_but_bulk_work_waits(RequestPriority priority)
    {
        WeightBudget budget = Create(limit: 100);
        budget.Spend(Bulk with { Weight = 100 }, Now);
        Assert.Equal(TimeSpan.Zero, budget.TimeUntilMaySend(Bulk with { Priority = priority }, Now));
    }

    [Fact]
    public void A_report_corrects_upwards_only()
    {
        WeightBudget budget = Create(limit: 100);
        budget.Spend(Bulk with { Weight = 96 }, LaterInTheMinute);
        Report(budget, used: 1, LaterInTheMinute);
        Assert.NotEqual(TimeSpan.Zero, budget.TimeUntilMaySend(Bulk, LaterInTheMinute));
    }

    [Fact]
    public void A_report_of_the_minute_before_does_not_count()
    {
        WeightBudget budget = Create(limit: 100);
        budget.Spend(Bulk, LaterInTheMinute);
        Report(budget, used: 100, LaterInTheMinute.AddMinutes(-1));
        Assert.Equal(TimeSpan.Zero, budget.TimeUntilMaySend(Bulk, LaterInTheMinute));
    }

    [Fact]
    public void A_report_without_a_weight_changes_nothing()
    {
        WeightBudget budget = Create(limit: 100);
        budget.Spend(Bulk with { Weight = 96 }, LaterInTheMinute);
        Report(budget, used: null, LaterInTheMinute);
        Assert.NotEqual(TimeSpan.Zero, budget.TimeUntilMaySend(Bulk, LaterInTheMinute));
    }

    [Fact]
    public void A_ban_ends_with_its_time()
    {
        WeightBudget budget = Create(limit: 100);
        budget.ReportBan(Ban(seconds: 3));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(Ban(seconds: 1), budget.Ban);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(budget.Ban);
    }

    [Theory]
    [InlineData(5, 9)]
    [InlineData(9, 5)]
    public void Of_two_bans_the_longer_is_in_force(int first, int second)
    {
        WeightBudget budget = Create(limit: 100);
        budget.ReportBan(Ban(first));
        budget.ReportBan(Ban(second));
        Assert.Equal(Ban(seconds: 9), budget.Ban);
    }

    private static void Report(WeightBudget budget, int? used, DateTimeOffset sentAt) =>
        budget.Report(new RequestUsage(used, OrderCount10Seconds: null, OrderCount1Minute: null), sentAt);

    private static RequestBan Ban(int seconds) => new((HttpStatusCode)418, TimeSpan.FromSeconds(seconds));

    private WeightBudget Create(int limit) => new(limit, _time);
}
