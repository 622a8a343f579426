using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

/// <summary>The streams that Binance's own client for JavaScript opens: it subscribes by a request and reads the name of the stream.</summary>
public class CombinedStreamTests
{
    private readonly PushExchange _push = new();

    [Theory]
    [InlineData("/private/stream?streams=")]
    [InlineData("/public/stream?streams=")]
    [InlineData("/market/stream")]
    public void A_stream_without_a_key_connects_and_carries_nothing(string target)
    {
        SimulatedWebSocket socket = _push.Exchange.ConnectWebSocket(target)!;
        _push.Account.Place();

        Assert.Empty(PushExchange.Texts(socket));
    }

    [Fact]
    public async Task A_key_is_subscribed_and_unsubscribed_by_requests()
    {
        string key = await _push.StartKeyAsync();
        SimulatedWebSocket socket = _push.Exchange.ConnectWebSocket("/private/stream?streams=")!;

        socket.Send($$"""{"method":"SUBSCRIBE","params":["{{key}}","unknown"],"id":"a1"}""");
        _push.Account.Place();
        socket.Send($$"""{"method":"UNSUBSCRIBE","params":["{{key}}"],"id":2}""");
        _push.Account.Place();

        IReadOnlyList<string> texts = PushExchange.Texts(socket);
        Assert.Equal(["""{"result":null,"id":"a1"}""", """{"result":null,"id":2}"""], [texts[0], texts[2]]);
        Assert.StartsWith($$"""{"stream":"{{key}}","data":{"e":"ALGO_UPDATE",""", texts[1], StringComparison.Ordinal);
        Assert.Equal(3, texts.Count);
    }

    [Fact]
    public async Task A_key_in_the_address_is_subscribed()
    {
        string key = await _push.StartKeyAsync();
        SimulatedWebSocket socket = _push.Exchange.ConnectWebSocket($"/private/stream?streams={key}")!;

        _push.Account.Place();

        Assert.Single(PushExchange.Texts(socket));
    }

    [Theory]
    [InlineData("no JSON")]
    [InlineData("7")]
    [InlineData("""{"method":"LIST","params":[],"id":1}""")]
    [InlineData("""{"method":"SUBSCRIBE","id":1}""")]
    [InlineData("""{"method":"SUBSCRIBE","params":"a","id":1}""")]
    public void Another_request_gets_an_error(string text)
    {
        SimulatedWebSocket socket = _push.Exchange.ConnectWebSocket("/private/stream")!;

        socket.Send(text);

        Assert.StartsWith("""{"error":{"code":2,""", Assert.Single(PushExchange.Texts(socket)), StringComparison.Ordinal);
    }
}
