using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Binance.AlgoOrders.IntegrationTests.HostileAnswers;

/// <summary>
/// A listener on loopback that answers as badly as a test wants until it is told to behave, and notices when the client hangs up. A mistake
/// of its own fails the test when the peer is disposed.
/// </summary>
internal abstract class LoopbackPeer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, port: 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentBag<Task> _connections = [];
    private readonly TaskCompletionSource _hungUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task _accepting;
    private volatile bool _behaves;

    protected LoopbackPeer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public virtual Uri BaseAddress => new($"http://127.0.0.1:{Port}/");

    /// <summary>The head of every request that arrived whole.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>How many connections were made.</summary>
    public int Connections => _connections.Count;

    /// <summary>Completes when the client has ended a connection.</summary>
    public Task HungUp => _hungUp.Task;

    protected int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>How many requests are answered badly.</summary>
    public int Misdeeds { get; init; } = int.MaxValue;

    protected bool Behaves => _behaves || _requests.Count > Misdeeds;

    /// <summary>From now on every request gets its proper answer.</summary>
    public void Behave() => _behaves = true;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        await Task.WhenAll(_connections);
        _listener.Dispose();
        _stop.Dispose();
    }

    /// <summary>Serves one connection; returns to close it.</summary>
    protected abstract Task ServeAsync(Stream stream, CancellationToken stop);

    protected void Note(string request) => _requests.Enqueue(request);

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
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
            _hungUp.TrySetResult();
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            // The test is over.
        }
    }
}
