using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

public class UserStreamTests
{
    private readonly PushExchange _push = new();

    [Theory]
    [InlineData("/private/ws?listenKey=unknown&events=ALGO_UPDATE")]
    [InlineData("/private/ws?events=ALGO_UPDATE")]
    [InlineData("/private/ws")]
    [InlineData("/ws/unknown")]
    [InlineData("/elsewhere")]
    public void An_unknown_address_or_key_is_refused(string target) => Assert.Null(_push.Exchange.ConnectWebSocket(target));

    [Fact]
    public async Task An_expired_key_is_refused()
    {
        string key = await _push.StartKeyAsync();
        _push.Clock.Advance(TimeSpan.FromMinutes(60));

        Assert.Null(_push.Exchange.ConnectWebSocket($"/ws/{key}"));
    }

    [Fact]
    public async Task Every_change_of_an_order_is_delivered()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync("ALGO_UPDATE");
        SimulatedOrder order = _push.Account.Place(clientAlgoId: "a");
        order.Trigger();
        order.Finish();
        await _push.Test.PlaceAsync("clientAlgoId=b");
        await _push.Test.CancelAsync(_push.Account.FindOrder("b")!);

        Assert.Equal(["a NEW", "a TRIGGERING", "a TRIGGERED", "a FINISHED", "b NEW", "b CANCELED"], PushExchange.Updates(socket));
    }

    [Fact]
    public async Task An_event_of_another_account_or_market_is_not_delivered()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.Exchange.AddAccount().Place();
        _push.Account.Place(new SimulatedOrderTerms { Market = SimulatedMarket.CoinMargined });

        Assert.Empty(PushExchange.Texts(socket));
    }

    [Fact]
    public async Task Events_are_an_allow_list()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync("ORDER_TRADE_UPDATE/ACCOUNT_UPDATE");
        _push.Account.Place();

        Assert.Empty(_push.TextsAfter(socket, TimeSpan.FromMinutes(61)));
        Assert.Equal(SimulatedWebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Events_may_be_percent_encoded()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync("ORDER_TRADE_UPDATE%2FALGO_UPDATE");
        _push.Account.Place();

        Assert.Single(PushExchange.Texts(socket));
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task The_unrouted_stream_carries_events_on_older_hosts_only(bool carriesEvents, int delivered)
    {
        _push.Exchange.UnroutedStreamsCarryEvents = carriesEvents;
        SimulatedWebSocket? socket = _push.Exchange.ConnectWebSocket($"/ws/{await _push.StartKeyAsync()}");
        _push.Account.Place();

        Assert.Equal(delivered, PushExchange.Texts(socket!).Count);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_stream_without_events_carries_all_or_none(bool carriesAll, int delivered)
    {
        _push.Exchange.StreamsWithoutEventsCarryAll = carriesAll;
        SimulatedWebSocket? socket = _push.Exchange.ConnectWebSocket($"/private/ws?listenKey={await _push.StartKeyAsync()}");
        _push.Account.Place();

        Assert.Equal(delivered, PushExchange.Texts(socket!).Count);
    }

    [Fact]
    public async Task An_expired_key_is_reported_and_carries_no_event_any_more()
    {
        string key = await _push.StartKeyAsync();
        SimulatedWebSocket socket = await _push.ConnectAsync();
        long expiry = _push.Test.Now + 3_600_000;
        Assert.Equal(
            [$$"""{"e":"listenKeyExpired","E":{{expiry}},"listenKey":"{{key}}"}"""], _push.TextsAfter(socket, TimeSpan.FromMinutes(60)));

        _push.Account.Place();

        Assert.Equal((SimulatedWebSocketState.Open, 0), (socket.State, PushExchange.Texts(socket).Count));
    }

    [Fact]
    public async Task An_ended_key_carries_no_event_any_more()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        await _push.SendKeyAsync("DELETE");
        _push.Account.Place();

        Assert.Empty(_push.TextsAfter(socket, TimeSpan.FromMinutes(61)));
        Assert.Equal(SimulatedWebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Nothing_is_replayed_after_a_reconnect()
    {
        SimulatedWebSocket first = await _push.ConnectAsync();
        first.Close();
        _push.Account.Place(clientAlgoId: "a");
        SimulatedWebSocket second = await _push.ConnectAsync();
        _push.Account.Place(clientAlgoId: "b");

        Assert.Empty(PushExchange.Texts(first));
        Assert.Equal(["b NEW"], PushExchange.Updates(second));
    }

    [Fact]
    public async Task Each_connection_of_an_account_gets_every_event()
    {
        SimulatedWebSocket first = await _push.ConnectAsync();
        SimulatedWebSocket second = await _push.ConnectAsync("ALGO_UPDATE");
        _push.Account.Place(clientAlgoId: "a");

        Assert.Equal([first, second], _push.Exchange.WebSockets);
        Assert.Equal(PushExchange.Texts(first), PushExchange.Texts(second));
    }
}
