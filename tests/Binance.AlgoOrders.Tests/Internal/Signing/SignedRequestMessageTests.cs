using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public class SignedRequestMessageTests
{
    private static readonly Uri Signed = new("https://fapi.binance.com/fapi/v1/algoOrder?algoId=1&signature=2");

    [Fact]
    public void ToString_returns_method_and_path()
    {
        using var message = new SignedRequestMessage(HttpMethod.Delete, Signed, parameters: null, TimeSpan.FromSeconds(5));
        Assert.Equal("DELETE /fapi/v1/algoOrder", message.ToString());
    }

    [Fact]
    public void TimesSent_counts_the_copies()
    {
        using var message = new SignedRequestMessage(HttpMethod.Delete, Signed, parameters: null, TimeSpan.FromSeconds(5));
        message.CountCopy();
        message.CountCopy();
        Assert.Equal(2, message.TimesSent);
    }
}
