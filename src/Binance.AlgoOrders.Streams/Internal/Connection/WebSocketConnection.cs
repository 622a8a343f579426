using System.Net.WebSockets;

namespace Binance.AlgoOrders.Streams.Internal.Connection;

/// <summary>A connection over a socket.</summary>
internal sealed class WebSocketConnection(ClientWebSocket socket, HttpMessageInvoker invoker, MonitoredStream bytes) : IStreamConnection
{
    /// <summary>The length of the longest message that is read. Events have about 1 KiB.</summary>
    public const int MaxMessageBytes = 1 << 20;

    private const int FirstBufferBytes = 16 << 10;

    private byte[] _buffer = new byte[FirstBufferBytes];

    public long LastReceivedTimestamp => bytes.LastReceivedTimestamp;

    public async ValueTask<StreamMessage> ReceiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            int length = 0;
            while (true)
            {
                ValueWebSocketReceiveResult part = await socket.ReceiveAsync(_buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += part.Count;
                switch (part)
                {
                    case { MessageType: WebSocketMessageType.Close }:
                        return new StreamMessage(StreamMessageKind.Close);
                    case { MessageType: WebSocketMessageType.Binary }:
                        return new StreamMessage(StreamMessageKind.Invalid);
                    case { EndOfMessage: true }:
                        return new StreamMessage(StreamMessageKind.Text, _buffer.AsMemory(0, length));
                }

                if (length == MaxMessageBytes)
                {
                    return new StreamMessage(StreamMessageKind.Invalid);
                }

                if (length == _buffer.Length)
                {
                    Array.Resize(ref _buffer, 2 * length);
                }
            }
        }
        catch (WebSocketException lost)
        {
            throw CreateFailure(lost);
        }
    }

    public Task PingAsync(CancellationToken cancellationToken) => bytes.PingAsync(cancellationToken);

    // The messages of the framework are left out, because they may quote the peer.
    private static IOException CreateFailure(WebSocketException lost) => new($"The WebSocket was lost ({lost.WebSocketErrorCode}).");

    /// <summary>Ends the connection at once. A peer that does not read is not waited for.</summary>
    public ValueTask DisposeAsync()
    {
        socket.Abort();
        socket.Dispose();
        invoker.Dispose();
        return ValueTask.CompletedTask;
    }
}
