namespace Binance.AlgoOrders.Tests.CancelMany;

public class CancelManyOptionsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void A_concurrency_outside_1_to_100_is_rejected(int concurrency) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CancelManyOptions { MaxConcurrency = concurrency });

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_blank_symbol_is_rejected(string symbol) =>
        Assert.Throws<ArgumentException>(() => new CancelManyOptions { Symbol = symbol });

    [Theory]
    [InlineData(0)]
    [InlineData(601)]
    public void A_timeout_beyond_10_minutes_is_rejected(int seconds) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CancelManyOptions { Timeout = TimeSpan.FromSeconds(seconds) });
}
