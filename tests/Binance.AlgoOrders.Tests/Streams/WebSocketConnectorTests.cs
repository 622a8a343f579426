using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Testing;
using Binance.AlgoOrders.Tests.Telemetry;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>Connections over real sockets, on loopback. One test listens to the whole process.</summary>
[Collection(nameof(ListeningTests))]
public sealed class WebSocketConnectorTests : IAsyncDisposable
{
    private readonly WebSocketPeer _peer = new();
    private readonly ManualTimeProvider _time = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_listen_key_is_sent_but_in_no_event_of_the_framework()
    {
        using var events = new HttpEvents();
        (IStreamConnection connection, WebSocket _) = await OpenAsync();
        await connection.DisposeAsync();

        Assert.StartsWith("GET /private/ws?listenKey=the-listen-key HTTP/1.1", _peer.Request, StringComparison.Ordinal);
        Assert.Contains("/private/ws", events.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("the-listen-key", events.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_in_several_frames_is_one_message()
    {
        (IStreamConnection connection, WebSocket peer) = await OpenAsync();
        await peer.SendAsync(Encoding.UTF8.GetBytes("first "), WebSocketMessageType.Text, endOfMessage: false, Token);
        await peer.SendAsync(Encoding.UTF8.GetBytes("second"), WebSocketMessageType.Text, endOfMessage: true, Token);

        StreamMessage message = await connection.ReceiveAsync(Token);
        Assert.Equal((StreamMessageKind.Text, "first second"), (message.Kind, Encoding.UTF8.GetString(message.Text.Span)));
        await connection.DisposeAsync();
    }

    [Theory]
    [InlineData(1 << 20, false)]
    [InlineData((1 << 20) - 1, true)]
    public async Task A_message_of_a_mebibyte_is_not_read_to_its_end(int length, bool isRead)
    {
        (IStreamConnection connection, WebSocket peer) = await OpenAsync();
        Task sending = peer.SendAsync(new byte[length], WebSocketMessageType.Text, endOfMessage: isRead, Token);

        Assert.Equal(isRead, (await connection.ReceiveAsync(Token)).Kind == StreamMessageKind.Text);
        await sending;
        await connection.DisposeAsync();
    }

    [Fact]
    public async Task A_binary_message_is_invalid()
    {
        (IStreamConnection connection, WebSocket peer) = await OpenAsync();
        await peer.SendAsync(new byte[1], WebSocketMessageType.Binary, endOfMessage: true, Token);

        Assert.Equal(StreamMessageKind.Invalid, (await connection.ReceiveAsync(Token)).Kind);
        await connection.DisposeAsync();
    }

    [Fact]
    public async Task A_close_frame_is_a_close()
    {
        (IStreamConnection connection, WebSocket peer) = await OpenAsync();
        await peer.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, statusDescription: null, Token);

        Assert.Equal(StreamMessageKind.Close, (await connection.ReceiveAsync(Token)).Kind);
        await connection.DisposeAsync();
    }

    [Fact]
    public async Task A_connection_without_a_close_frame_is_lost()
    {
        (IStreamConnection connection, WebSocket _) = await OpenAsync();
        await _peer.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => connection.ReceiveAsync(Token).AsTask());
        await connection.DisposeAsync();
    }

    [Fact]
    public async Task A_ping_is_a_masked_frame_and_the_pong_counts_as_received()
    {
        Task<IStreamConnection> connecting = new WebSocketConnector(_time).ConnectAsync(_peer.Address, Token);
        NetworkStream peer = await _peer.OpenRawAsync();
        IStreamConnection connection = await connecting;
        ValueTask<StreamMessage> receiving = connection.ReceiveAsync(Token);
        _time.Advance(TimeSpan.FromSeconds(5));
        long before = connection.LastReceivedTimestamp;
        await connection.PingAsync(Token);

        byte[] frame = new byte[6];
        await peer.ReadExactlyAsync(frame, Token);
        Assert.Equal([0x89, 0x80], frame[..2]);
        await peer.WriteAsync(new byte[] { 0x8a, 0, 0x81, 1, (byte)'x' }, Token);
        Assert.Equal(StreamMessageKind.Text, (await receiving).Kind);
        Assert.True(connection.LastReceivedTimestamp > before);
        await connection.DisposeAsync();
    }

    [Theory]
    [InlineData("HTTP/1.1 403 the-listen-key\r\nContent-Length: 0\r\n\r\n", "HTTP 403")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", "HTTP 302")]
    [InlineData("no HTTP\r\n\r\n", "InvalidResponse")]
    public async Task A_refused_handshake_has_its_cause_and_nothing_of_the_response(string response, string cause)
    {
        Task<IStreamConnection> connecting = new WebSocketConnector(_time).ConnectAsync(_peer.Address, Token);
        await _peer.RefuseAsync(response);

        IOException failure = await Assert.ThrowsAsync<IOException>(() => connecting);
        Assert.Equal(($"The WebSocket was not opened ({cause}).", null), (failure.Message, failure.InnerException));
    }

    public ValueTask DisposeAsync() => _peer.DisposeAsync();

    private async Task<(IStreamConnection Connection, WebSocket Peer)> OpenAsync()
    {
        Task<IStreamConnection> connecting = new WebSocketConnector(_time).ConnectAsync(_peer.Address, Token);
        WebSocket peer = await _peer.OpenAsync();
        return (await connecting, peer);
    }

    /// <summary>Collects the events of the framework about HTTP.</summary>
    private sealed class HttpEvents : EventListener
    {
        private readonly ConcurrentQueue<string> _events = new();

        public override string ToString() => string.Join('\n', _events);

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == "System.Net.Http")
            {
                EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData) =>
            _events.Enqueue($"{eventData.EventName} {string.Join(' ', eventData.Payload ?? new([]))}");
    }
}
