using Binance.AlgoOrders.Internal.Timing;
using Binance.AlgoOrders.Internal.Transport;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Internal.Transport;

public class WeightBudgetTests
{
    [Theory]
    [InlineData(2400)]
    [InlineData(int.MaxValue)]
    public void Bulk_work_waits_when_the_weight_is_reported_as_spent(int reported)
    {
        var budget = new WeightBudget(new ServerClock(new ManualTimeProvider()), limitPerMinute: 2400);
        budget.Correct(budget.Spend(1), reported);
        budget.Spend(1);

        Assert.InRange(budget.TimeUntilBulkMaySend(weight: 1), TimeSpan.FromSeconds(59), TimeSpan.FromSeconds(61));
    }
}
