using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class WeightBudgetTests
{
    private static readonly RequestCost Bulk = new(Weight: 1, RequestPriority.Bulk, CountsAsOrder: false);
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    [Theory]
    [InlineData(2400)]
    [InlineData(int.MaxValue)]
    public void Bulk_work_waits_when_the_weight_is_reported_as_spent(int reported)
    {
        var budget = new WeightBudget(limitPerMinute: 2400, new ManualTimeProvider());
        budget.Spend(Bulk, Now);
        budget.Report(new RequestUsage(reported, OrderCount10Seconds: null, OrderCount1Minute: null), Now);
        budget.Spend(Bulk, Now);

        Assert.InRange(budget.TimeUntilMaySend(Bulk, Now), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }
}
