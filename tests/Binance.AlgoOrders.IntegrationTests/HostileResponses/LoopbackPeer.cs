using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Binance.AlgoOrders.IntegrationTests.HostileResponses;

/// <summary>
/// A listener on loopback that misbehaves until <see cref="RespondProperly"/> is called, and detects when the client closes a connection. An
/// error of the peer fails the test when the peer is disposed.
/// </summary>
internal abstract class LoopbackPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly TaskCompletionSource _clientClosed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private volatile bool _respondsProperly;

    protected LoopbackPeer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public virtual Uri BaseAddress => new($"http://127.0.0.1:{Port}/");

    /// <summary>The heads of all complete requests.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>The number of accepted connections.</summary>
    public int Connections => _connections.Count;

    /// <summary>Completes when the client has closed a connection.</summary>
    public Task ClientClosed => _clientClosed.Task;

    protected int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The number of requests with a bad response.</summary>
    public int BadResponses { get; init; } = int.MaxValue;

    protected bool RespondsProperly => _respondsProperly || _requests.Count > BadResponses;

    /// <summary>Makes the peer respond properly to every further request.</summary>
    public void RespondProperly() => _respondsProperly = true;

    /// <summary>Refuses all further connections.</summary>
    public void StopAccepting() => _listener.Stop();

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Serves one connection, which is closed when the method returns.</summary>
    protected abstract Task ServeAsync(Stream stream, CancellationToken stop);

    protected void Record(string request) => _requests.Enqueue(request);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        // A listener that was stopped throws InvalidOperationException if it is called afterwards, which includes ObjectDisposedException.
        catch (Exception end) when (end is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over, or the peer refuses further connections.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var stream = new NetworkStream(socket, ownsSocket: true);
        try
        {
            await ServeAsync(stream, _stop.Token);
        }
        catch (IOException)
        {
            _clientClosed.TrySetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
