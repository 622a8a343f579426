using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders.Tests.Internal.Requests;

public class ConnectFailureTests
{
    [Theory]
    [InlineData(HttpRequestError.NameResolutionError)]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    [InlineData(HttpRequestError.ProxyTunnelError)]
    public void A_request_without_a_connection_was_not_sent(HttpRequestError error) => Assert.True(ConnectFailure.Matches(new HttpRequestException(error)));

    [Theory]
    [InlineData(HttpRequestError.ResponseEnded)]
    [InlineData(HttpRequestError.InvalidResponse)]
    [InlineData(HttpRequestError.HttpProtocolError)]
    [InlineData(HttpRequestError.Unknown)]
    public void A_request_on_a_lost_connection_may_have_been_sent(HttpRequestError error) => Assert.False(ConnectFailure.Matches(new HttpRequestException(error)));
}
