using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Tests.Internal.Clock;

public class BackoffTests
{
    [Theory]
    [InlineData(0, 200)]
    [InlineData(1, 400)]
    [InlineData(2, 800)]
    [InlineData(3, 1600)]
    [InlineData(4, 1600)]
    [InlineData(100, 1600)]
    public void The_pause_doubles_up_to_1600_ms_and_is_shortened_by_up_to_a_quarter(int retry, double longest)
    {
        double[] pauses = [.. Enumerable.Range(0, 1000).Select(moment => Backoff.Before(retry, moment).TotalMilliseconds)];

        Assert.InRange(pauses.Min(), longest * 0.75, longest * 0.76);
        Assert.InRange(pauses.Max(), longest * 0.99, longest);
    }
}
