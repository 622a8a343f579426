using System.Text;
using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Testing;

namespace Binance.AlgoOrders.Tests.Streams;

/// <summary>Opens connections to a simulated exchange, in virtual time.</summary>
internal sealed class SimulatedConnector(SimulatedExchange exchange, TimeProvider time) : IStreamConnector
{
    private readonly Queue<Func<CancellationToken, Task>> _faults = new();

    /// <summary>The addresses of all handshakes, in order, and their times.</summary>
    public List<(Uri Address, DateTimeOffset At)> Handshakes { get; } = [];

    /// <summary>Messages that the peer sends on the next connection before any other.</summary>
    public Queue<StreamMessage> FirstMessages { get; } = new();

    /// <summary>Lets the next handshake fail.</summary>
    public void FailNext() => _faults.Enqueue(_ => throw new IOException("refused"));

    /// <summary>Lets all further handshakes succeed.</summary>
    public void Clear() => _faults.Clear();

    /// <summary>Lets the next handshake hang until it is canceled.</summary>
    public void HangNext() => _faults.Enqueue(static token =>
    {
        var never = new TaskCompletionSource();
        token.Register(() => never.TrySetCanceled(token));
        return never.Task;
    });

    public async Task<IStreamConnection> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        Handshakes.Add((address, time.GetUtcNow()));
        if (_faults.TryDequeue(out Func<CancellationToken, Task>? fault))
        {
            await fault(cancellationToken);
        }

        SimulatedWebSocket socket = exchange.ConnectWebSocket(address.PathAndQuery) ?? throw new IOException("The handshake was refused.");
        return new Connection(socket, socket.ReadAllAsync(CancellationToken.None).GetAsyncEnumerator(CancellationToken.None), FirstMessages, time);
    }

    private sealed class Connection(
        SimulatedWebSocket socket, IAsyncEnumerator<SimulatedWebSocketMessage> messages, Queue<StreamMessage> firstMessages, TimeProvider time) : IStreamConnection
    {
        private long _lastReceived = time.GetTimestamp();

        public long LastReceivedTimestamp => Volatile.Read(ref _lastReceived);

        public async ValueTask<StreamMessage> ReceiveAsync(CancellationToken cancellationToken)
        {
            if (firstMessages.TryDequeue(out StreamMessage first))
            {
                return first;
            }

            while (await messages.MoveNextAsync().AsTask().WaitAsync(cancellationToken))
            {
                Volatile.Write(ref _lastReceived, time.GetTimestamp());
                switch (messages.Current)
                {
                    case { Kind: SimulatedWebSocketMessageKind.Text, Text: var text }:
                        return new StreamMessage(StreamMessageKind.Text, Encoding.UTF8.GetBytes(text));
                    case { Kind: SimulatedWebSocketMessageKind.Ping, Text: var payload }:
                        socket.SendPong(payload);
                        break;
                }
            }

            return socket.State == SimulatedWebSocketState.Dropped ? throw new IOException("dropped") : new StreamMessage(StreamMessageKind.Close);
        }

        public Task PingAsync(CancellationToken cancellationToken)
        {
            socket.SendPing();
            return Task.CompletedTask;
        }

        public ValueTask DisposeAsync()
        {
            socket.Close();
            return ValueTask.CompletedTask;
        }
    }
}
