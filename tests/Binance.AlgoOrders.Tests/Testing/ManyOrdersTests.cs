using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing;

/// <summary>Has enough orders that quadratic work would take noticeably long.</summary>
public class ManyOrdersTests
{
    private const int Count = 10_000;
    private readonly TestExchange _test = new();

    [Fact]
    public async Task Ten_thousand_orders_are_canceled_one_by_one()
    {
        _test.Exchange.WeightLimit = int.MaxValue;
        SimulatedOrder[] orders = [.. Enumerable.Range(0, Count).Select(_ => _test.Account.Place())];
        foreach (SimulatedOrder order in orders)
        {
            await _test.CancelAsync(order);
        }

        Assert.All(orders, order => Assert.Equal(SimulatedOrderStatus.Canceled, order.Status));
    }
}
