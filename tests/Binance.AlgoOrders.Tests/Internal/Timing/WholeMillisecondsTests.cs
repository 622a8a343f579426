using Binance.AlgoOrders.Internal.Timing;

namespace Binance.AlgoOrders.Tests.Internal.Timing;

public class WholeMillisecondsTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(9_999, 1)]
    [InlineData(10_000, 1)]
    [InlineData(10_001, 2)]
    public void A_delay_is_never_shortened_to_what_a_timer_counts(long ticks, int milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromTicks(ticks).RoundedUp());
}
