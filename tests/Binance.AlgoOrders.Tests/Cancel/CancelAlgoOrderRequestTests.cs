namespace Binance.AlgoOrders.Tests.Cancel;

public class CancelAlgoOrderRequestTests
{
    private static readonly CancelAlgoOrderRequest Request = CancelAlgoOrderRequest.ByAlgoId(2146760);

    public static TheoryData<TimeSpan> WindowsThatAreRefused =>
    [
        TimeSpan.Zero,
        TimeSpan.FromMilliseconds(-1),
        TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond - 1),
        TimeSpan.FromTicks(TimeSpan.TicksPerMillisecond + 1),
        TimeSpan.FromMilliseconds(60_001),
        TimeSpan.MaxValue,
    ];

    public static TheoryData<TimeSpan> TimeoutsThatAreRefused =>
    [
        TimeSpan.Zero,
        TimeSpan.FromSeconds(-1),
        TimeSpan.FromMinutes(10) + TimeSpan.FromTicks(1),
        Timeout.InfiniteTimeSpan,
    ];

    [Fact]
    public void A_request_without_an_id_is_rejected() =>
        Assert.Equal("id", Assert.Throws<ArgumentNullException>(() => CancelAlgoOrderRequest.ById(null!)).ParamName);

    [Theory]
    [MemberData(nameof(WindowsThatAreRefused))]
    public void A_recvWindow_outside_its_range_is_rejected_with_the_range(TimeSpan window)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Request with { RecvWindow = window });
        Assert.Contains("recvWindow must be 1 to 60000 whole milliseconds, but was", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(60_000)]
    public void The_shortest_and_the_longest_recvWindow_are_accepted(int milliseconds)
    {
        var window = TimeSpan.FromMilliseconds(milliseconds);
        Assert.Equal(window, (Request with { RecvWindow = window }).RecvWindow);
    }

    [Theory]
    [MemberData(nameof(TimeoutsThatAreRefused))]
    public void A_timeout_outside_its_range_is_rejected_with_the_range(TimeSpan timeout)
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => Request with { Timeout = timeout });
        Assert.Contains("at most 10 minutes, but was", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_symbol_is_rejected(string symbol) =>
        Assert.Throws<ArgumentException>(() => Request with { Symbol = symbol });

    [Fact]
    public void A_member_that_is_not_set_is_left_to_the_options()
    {
        Assert.Null(Request.RecvWindow);
        Assert.Null(Request.Timeout);
    }
}
