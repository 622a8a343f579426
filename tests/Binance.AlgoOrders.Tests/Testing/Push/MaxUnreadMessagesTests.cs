using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

/// <summary>The bound of the messages that a client does not read.</summary>
public class MaxUnreadMessagesTests
{
    private readonly PushExchange _push = new(new SimulatedExchangeOptions { MaxUnreadMessages = 2 });

    [Fact]
    public async Task A_connection_with_too_many_unread_messages_is_dropped()
    {
        SimulatedWebSocket[] unread = [await _push.ConnectAsync(), await _push.ConnectAsync()];
        SimulatedWebSocket read = await _push.ConnectAsync();
        for (int number = 0; number < 3; number++)
        {
            _push.Account.Place();
            Assert.NotNull(read.TryRead());
        }

        Assert.All(unread, socket => Assert.Equal((SimulatedWebSocketState.Dropped, 2), (socket.State, PushExchange.Texts(socket).Count)));
        Assert.Equal([read], _push.Exchange.WebSockets);
    }

    [Fact]
    public void Unread_responses_of_the_WebSocket_API_count_too()
    {
        SimulatedWebSocket socket = _push.ConnectApi();
        for (int number = 0; number < 3; number++)
        {
            socket.Send("""{"id":1,"method":"ping"}""");
        }

        Assert.Equal((SimulatedWebSocketState.Dropped, 2), (socket.State, PushExchange.Texts(socket).Count));
    }
}
