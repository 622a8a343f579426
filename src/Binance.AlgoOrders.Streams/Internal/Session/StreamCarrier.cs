using Binance.AlgoOrders.Streams.Internal.Connection;
using Binance.AlgoOrders.Streams.Internal.Delivery;
using Binance.AlgoOrders.Streams.Internal.Events;

namespace Binance.AlgoOrders.Streams.Internal.Session;

/// <summary>Reads the events of one connection into the hub and sends pings, until the connection is dead.</summary>
internal sealed class StreamCarrier : IAsyncDisposable
{
    private readonly IStreamConnection _connection;
    private readonly UpdateHub _hub;
    private readonly TimeProvider _timeProvider;
    private readonly CancellationTokenSource _end;

    public StreamCarrier(IStreamConnection connection, UpdateHub hub, TimeProvider timeProvider, CancellationToken stop)
    {
        (_connection, _hub, _timeProvider) = (connection, hub, timeProvider);
        _end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        StartedAt = timeProvider.GetTimestamp();
        Death = FirstOfAsync(ReceiveAsync(_end.Token), PingAsync(_end.Token));
    }

    /// <summary>Gets the monotonic timestamp of the start.</summary>
    public long StartedAt { get; }

    /// <summary>Gets the task that ends when the connection is dead.</summary>
    public Task<StreamDeath> Death { get; }

    /// <summary>Closes the connection. Its loops end with it, and are not waited for.</summary>
    public ValueTask DisposeAsync()
    {
        End();
        return _connection.DisposeAsync();
    }

    // CancelAsync would continue on another thread, and on a manual clock time would pass meanwhile.
    private void End()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private static async Task<StreamDeath> FirstOfAsync(Task<StreamDeath> receiving, Task<StreamDeath> pinging) =>
        await (await Task.WhenAny(receiving, pinging).ConfigureAwait(false)).ConfigureAwait(false);

    private async Task<StreamDeath> ReceiveAsync(CancellationToken end)
    {
        try
        {
            while (true)
            {
                StreamMessage message = await _connection.ReceiveAsync(end).ConfigureAwait(false);
                if (Apply(message) is { } reason)
                {
                    return new StreamDeath(reason);
                }
            }
        }
        catch (IOException lost)
        {
            return new StreamDeath(AlgoOrderStreamReason.ConnectionClosed, lost);
        }
        catch (ObjectDisposedException) when (end.IsCancellationRequested)
        {
            return new StreamDeath(AlgoOrderStreamReason.ConnectionClosed);
        }
    }

    /// <summary>Applies a message.</summary>
    /// <returns>The reason to give the connection up, or null.</returns>
    private AlgoOrderStreamReason? Apply(StreamMessage message)
    {
        switch (message.Kind)
        {
            case StreamMessageKind.Close:
                return AlgoOrderStreamReason.ConnectionClosed;
            case StreamMessageKind.Invalid:
                return AlgoOrderStreamReason.InvalidMessage;
        }

        // What cannot be read may have been a change. The snapshot of the next connection shows it.
        switch (StreamEventReader.Read(message.Text.Span))
        {
            case null:
                return AlgoOrderStreamReason.InvalidMessage;
            case KeyExpiredEvent:
                return AlgoOrderStreamReason.KeyExpired;
            case var received:
                _hub.Apply(received);
                return null;
        }
    }

    private async Task<StreamDeath> PingAsync(CancellationToken end)
    {
        while (_timeProvider.GetElapsedTime(_connection.LastReceivedTimestamp) < StreamTimes.ReceiveTimeout)
        {
            try
            {
                await _connection.PingAsync(end).WaitAsync(StreamTimes.Ping, _timeProvider, end).ConfigureAwait(false);
            }
            catch (IOException lost)
            {
                return new StreamDeath(AlgoOrderStreamReason.ConnectionClosed, lost);
            }
            catch (TimeoutException)
            {
                // The peer does not read, so that the ping stays in a buffer of the system.
                return new StreamDeath(AlgoOrderStreamReason.ConnectionFrozen);
            }

            await Task.Delay(StreamTimes.Ping, _timeProvider, end).ConfigureAwait(false);
        }

        return new StreamDeath(AlgoOrderStreamReason.ConnectionFrozen);
    }
}
