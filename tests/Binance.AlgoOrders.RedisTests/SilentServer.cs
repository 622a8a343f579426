using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Binance.AlgoOrders.RedisTests;

/// <summary>A server that accepts connections and never responds.</summary>
internal sealed class SilentServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> _open = [];

    public SilentServer()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The largest number of connections that were open at once.</summary>
    public int MostOpen { get; private set; }

    public int CountOpen() => _open.Count;

    public void Dispose()
    {
        _listener.Dispose();
        foreach (Socket socket in _open.Keys)
        {
            socket.Dispose();
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                Socket socket = await _listener.AcceptSocketAsync();
                _open.TryAdd(socket, true);
                MostOpen = Math.Max(MostOpen, _open.Count);
                _ = ReadUntilClosedAsync(socket);
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The server has been disposed of.
        }
    }

    private async Task ReadUntilClosedAsync(Socket socket)
    {
        byte[] buffer = new byte[4096];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
        {
            // The client has closed the connection.
        }

        _open.TryRemove(socket, out _);
        socket.Dispose();
    }
}
