using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Testing.Push;

public class WebSocketLifeTests
{
    private readonly PushExchange _push = new();

    [Fact]
    public async Task The_exchange_pings_every_3_minutes()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.Clock.Advance(2 * PushExchange.PingInterval);

        Assert.Equal(
            [
                new SimulatedWebSocketMessage(SimulatedWebSocketMessageKind.Ping, $"{_push.Test.Now - 180_000}"),
                new SimulatedWebSocketMessage(SimulatedWebSocketMessageKind.Ping, $"{_push.Test.Now}"),
            ],
            PushExchange.Messages(socket));
    }

    [Fact]
    public async Task The_exchange_replies_to_a_ping()
    {
        SimulatedWebSocket? socket = _push.Exchange.ConnectWebSocket($"/ws/{await _push.StartKeyAsync()}");
        socket!.SendPing("mine");

        Assert.Equal([new SimulatedWebSocketMessage(SimulatedWebSocketMessageKind.Pong, "mine")], PushExchange.Messages(socket));
    }

    [Theory]
    [InlineData(779, SimulatedWebSocketState.Open)]
    [InlineData(780, SimulatedWebSocketState.Closed)]
    public async Task A_connection_without_pongs_is_closed_10_minutes_after_the_first_ping(int seconds, SimulatedWebSocketState state)
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.Clock.Advance(PushExchange.PingInterval);
        socket.SendPong("unsolicited");
        _push.Clock.Advance(TimeSpan.FromSeconds(seconds) - PushExchange.PingInterval);

        Assert.Equal(state, socket.State);
    }

    [Fact]
    public async Task A_connection_with_pongs_is_closed_after_24_hours()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.TextsAfter(socket, TimeSpan.FromHours(24) - TimeSpan.FromTicks(1));
        Assert.Equal(SimulatedWebSocketState.Open, socket.State);

        _push.Clock.Advance(TimeSpan.FromTicks(1));

        Assert.Equal((SimulatedWebSocketState.Closed, 0), (socket.State, _push.Exchange.WebSockets.Count));
    }

    [Theory]
    [InlineData(5, SimulatedWebSocketState.Open)]
    [InlineData(6, SimulatedWebSocketState.Closed)]
    public async Task More_than_5_pings_in_a_second_end_the_connection(int pings, SimulatedWebSocketState state)
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        for (int ping = 0; ping < pings; ping++)
        {
            socket.SendPing();
        }

        Assert.Equal(state, socket.State);
    }

    [Fact]
    public async Task A_sequence_ends_with_the_connection_after_what_was_delivered()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        _push.Account.Place();
        socket.Drop();
        socket.Close();

        int read = 0;
        await foreach (SimulatedWebSocketMessage message in socket.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            read++;
        }

        Assert.Equal((1, SimulatedWebSocketState.Dropped), (read, socket.State));
    }

    [Fact]
    public async Task A_reader_that_waits_continues_on_the_clock()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        IAsyncEnumerator<SimulatedWebSocketMessage> reader = ReaderOf(socket);
        Task<bool> reading = reader.MoveNextAsync().AsTask();
        _push.Account.Place();
        Assert.False(reading.IsCompleted);

        _push.Clock.Advance(TimeSpan.Zero);

        Assert.True(reading.IsCompletedSuccessfully);
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task The_end_of_the_connection_ends_the_wait_of_a_reader()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        IAsyncEnumerator<SimulatedWebSocketMessage> reader = ReaderOf(socket);
        Task<bool> reading = reader.MoveNextAsync().AsTask();
        socket.Close();

        Assert.False(await _push.Clock.RunAsync(reading));
        await reader.DisposeAsync();
    }

    [Fact]
    public async Task The_readers_token_ends_the_wait_and_not_the_connection()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        using var cancellation = new CancellationTokenSource();
        IAsyncEnumerator<SimulatedWebSocketMessage> reader = socket.ReadAllAsync(cancellation.Token).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Task<bool> reading = reader.MoveNextAsync().AsTask();
        await cancellation.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal(SimulatedWebSocketState.Open, socket.State);
    }

    [Fact]
    public async Task Its_text_has_no_listen_key()
    {
        SimulatedWebSocket socket = await _push.ConnectAsync();
        SimulatedWebSocket? unrouted = _push.Exchange.ConnectWebSocket($"/ws/{await _push.StartKeyAsync()}");

        Assert.Equal(("/private/ws Open", "/ws Open"), (socket.ToString(), unrouted!.ToString()));
    }

    private static IAsyncEnumerator<SimulatedWebSocketMessage> ReaderOf(SimulatedWebSocket socket) =>
        socket.ReadAllAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
}
