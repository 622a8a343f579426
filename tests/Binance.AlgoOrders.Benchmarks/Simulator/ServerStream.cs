using System.Net.WebSockets;

namespace Binance.AlgoOrders.Benchmarks;

/// <summary>Reads a user data stream over a socket until it is disposed.</summary>
internal sealed class ServerStream : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private Task _reading = Task.CompletedTask;
    private int _events;

    /// <summary>Gets the number of events that have arrived.</summary>
    public int Events => Volatile.Read(ref _events);

    public static async Task<ServerStream> ConnectAsync(Uri address, string listenKey)
    {
        var stream = new ServerStream();
        string target = $"private/ws?listenKey={listenKey}&events=ALGO_UPDATE/ORDER_TRADE_UPDATE/ACCOUNT_UPDATE";
        await stream._socket.ConnectAsync(new UriBuilder(new Uri(address, target)) { Scheme = "ws" }.Uri, CancellationToken.None);
        stream._reading = stream.ReadAsync();
        return stream;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task ReadAsync()
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (await _socket.ReceiveAsync(buffer.AsMemory(), _stop.Token) is { MessageType: WebSocketMessageType.Text } part)
            {
                Interlocked.Add(ref _events, part.EndOfMessage ? 1 : 0);
            }
        }
        catch (OperationCanceledException)
        {
            // The measurement is over.
        }
    }
}
