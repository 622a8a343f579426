using Binance.AlgoOrders.Internal.Signing;

namespace Binance.AlgoOrders.Tests.Internal.Signing;

public class SignableMessageTests
{
    private static readonly Uri Signed = new("https://fapi.binance.com/fapi/v1/algoOrder?algoId=1&signature=2");

    [Fact]
    public void As_text_it_is_method_and_path()
    {
        using var message = new SignableMessage(HttpMethod.Delete, Signed, parameters: null, TimeSpan.FromSeconds(5));
        Assert.Equal("DELETE /fapi/v1/algoOrder", message.ToString());
    }

    [Fact]
    public void It_counts_its_sends()
    {
        using var message = new SignableMessage(HttpMethod.Delete, Signed, parameters: null, TimeSpan.FromSeconds(5));
        message.CountSend();
        message.CountSend();
        Assert.Equal(2, message.Sends);
    }
}
