using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Binance.AlgoOrders.IntegrationTests.SilentConnections;

/// <summary>
/// Relays the bytes of each TCP connection to a server on this machine. The connections that are open at a moment can be made silent: nothing is read
/// from them any more and nothing is written to them, but they stay established.
/// </summary>
internal sealed class SilencingRelay : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly ConcurrentQueue<Connection> _connections = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly int _target;
    private readonly Task _accepting;

    public SilencingRelay(int target)
    {
        _target = target;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The number of connections that were accepted.</summary>
    public int Accepted => _connections.Count;

    /// <summary>The number of connections that neither side has closed.</summary>
    public int Open => _connections.Count(connection => !connection.Closed.IsCompleted);

    /// <summary>Makes the open connections silent. New ones are relayed.</summary>
    public void Silence()
    {
        foreach (Connection connection in _connections)
        {
            connection.Silence();
        }
    }

    /// <summary>Returns a task that completes when the n-th connection is closed.</summary>
    public Task ClosedAsync(int connection) => _connections.ElementAt(connection).Closed;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        foreach (Connection connection in _connections)
        {
            await connection.DisposeAsync();
        }

        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Enqueue(new Connection(await _listener.AcceptSocketAsync(_stop.Token), _target, _stop.Token));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private sealed class Connection : IAsyncDisposable
    {
        private readonly CancellationTokenSource _silence;
        private readonly CancellationToken _stop;

        public Connection(Socket client, int target, CancellationToken stop)
        {
            _stop = stop;
            _silence = CancellationTokenSource.CreateLinkedTokenSource(stop);
            Closed = RelayAsync(client, target);
        }

        public Task Closed { get; }

        public void Silence() => _silence.Cancel();

        public async ValueTask DisposeAsync()
        {
            await Closed;
            _silence.Dispose();
        }

        private async Task RelayAsync(Socket client, int target)
        {
            using Socket accepted = client;
            using var server = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await server.ConnectAsync(new IPEndPoint(IPAddress.Loopback, target), _silence.Token);
                await (await Task.WhenAny(CopyAsync(client, server), CopyAsync(server, client)));
            }
            catch (OperationCanceledException)
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, _stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (SocketException)
            {
                // One side has reset the connection.
            }
        }

        private async Task CopyAsync(Socket from, Socket to)
        {
            byte[] buffer = new byte[16 * 1024];
            while (await from.ReceiveAsync(buffer, _silence.Token) is > 0 and int count)
            {
                await to.SendAsync(buffer.AsMemory(0, count), _silence.Token);
            }
        }
    }
}
