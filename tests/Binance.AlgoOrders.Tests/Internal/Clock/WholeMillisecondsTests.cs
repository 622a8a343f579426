using Binance.AlgoOrders.Internal.Clock;

namespace Binance.AlgoOrders.Tests.Internal.Clock;

public class WholeMillisecondsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    public void A_delay_is_rounded_up_to_whole_milliseconds(long ticks, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromTicks(ticks).RoundedUp());
}
