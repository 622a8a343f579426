using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Testing.Internal.Time;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// A client's WebSocket connection without a socket, opened by <see cref="SimulatedExchange.ConnectWebSocket"/>: a user data stream or the WebSocket
/// API. The exchange pings every 3 minutes, closes the connection if no pong follows within 10 minutes, and closes it after 24 hours. Thread-safe.
/// </summary>
public sealed class SimulatedWebSocket
{
    private readonly Lock _lock = new();
    private readonly IWebSocketOwner _owner;
    private readonly MessageQueue _messages;
    private readonly KeepAlive _keepAlive;
    private SimulatedWebSocketState _state;
    private bool _isFrozen;

    internal SimulatedWebSocket(string target, ExchangeClock clock, IWebSocketOwner owner, int? maxUnreadMessages)
    {
        Target = target;
        ConnectedAt = clock.Now;
        _owner = owner;
        _messages = new MessageQueue(clock.Time, maxUnreadMessages);
        _keepAlive = new KeepAlive(
            clock, payload => Add(SimulatedWebSocketMessageKind.Ping, payload), () => End(SimulatedWebSocketState.Closed));
    }

    /// <summary>Gets the path and query that the connection was opened with.</summary>
    public string Target { get; }

    /// <summary>Gets the time of the handshake, on the exchange's clock.</summary>
    public DateTimeOffset ConnectedAt { get; }

    /// <summary>Gets the state of the connection.</summary>
    public SimulatedWebSocketState State
    {
        get
        {
            lock (_lock)
            {
                return _state;
            }
        }
    }

    /// <summary>Gets whether the connection is frozen: it stays open, but carries nothing in either direction, pings included.</summary>
    public bool IsFrozen
    {
        get
        {
            lock (_lock)
            {
                return _isFrozen;
            }
        }
    }

    private bool IsCarrying
    {
        get
        {
            lock (_lock)
            {
                return _state == SimulatedWebSocketState.Open && !_isFrozen;
            }
        }
    }

    /// <summary>
    /// Returns the exchange's messages until the connection ends. A message that has been delivered is returned at once. A reader that waits continues
    /// on the time provider: with a <see cref="ManualTimeProvider"/> at the next <see cref="ManualTimeProvider.Advance"/>, even by zero, on the thread
    /// that advances. There is one reader at a time.
    /// </summary>
    /// <param name="cancellationToken">Cancels the wait for a message. The connection stays open.</param>
    /// <exception cref="OperationCanceledException">The token was canceled.</exception>
    public IAsyncEnumerable<SimulatedWebSocketMessage> ReadAllAsync(CancellationToken cancellationToken = default) => _messages.ReadAllAsync(cancellationToken);

    /// <summary>Returns the next message that has been delivered, or <see langword="null"/> if there is none. Never waits.</summary>
    public SimulatedWebSocketMessage? TryRead() => _messages.TryTake();

    /// <summary>Sends a text: a request of the WebSocket API. A user data stream ignores texts. If the connection has ended or is frozen, it is lost.</summary>
    /// <param name="text">The content of the text frame.</param>
    public void Send(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsCarrying)
        {
            _owner.Receive(this, text);
        }
    }

    /// <summary>Sends a ping frame. The exchange replies with a pong of the same payload. More than 5 pings and pongs in a second end the connection.</summary>
    /// <param name="payload">The payload, empty if there is none.</param>
    public void SendPing(string payload = "")
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (IsCarrying && CountControlFrame())
        {
            Add(SimulatedWebSocketMessageKind.Pong, payload);
        }
    }

    /// <summary>Sends a pong frame. Only one with the payload of the exchange's last ping keeps the connection open.</summary>
    /// <param name="payload">The payload of the ping.</param>
    public void SendPong(string payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        if (IsCarrying && CountControlFrame())
        {
            _keepAlive.Confirm(payload);
        }
    }

    /// <summary>Closes the connection in good order. Does nothing if it has ended.</summary>
    public void Close() => End(SimulatedWebSocketState.Closed);

    /// <summary>Loses the connection without a close frame, as a fault does. Does nothing if it has ended.</summary>
    public void Drop() => End(SimulatedWebSocketState.Dropped);

    /// <summary>Freezes the connection, as a fault does: it stays open until the client closes it, but carries nothing in either direction.</summary>
    public void Freeze()
    {
        lock (_lock)
        {
            _isFrozen = true;
            _keepAlive.Stop();
        }
    }

    /// <summary>Returns the path and the state, without the listen key.</summary>
    public override string ToString()
    {
        string path = Target.Split('?')[0];
        return $"{(path.StartsWith("/ws/", StringComparison.Ordinal) ? "/ws" : path)} {State}";
    }

    internal void Deliver(string text) => Add(SimulatedWebSocketMessageKind.Text, text);

    private bool CountControlFrame()
    {
        bool isAllowed = _keepAlive.CountControlFrame();
        if (!isAllowed)
        {
            End(SimulatedWebSocketState.Closed);
        }

        return isAllowed;
    }

    private void Add(SimulatedWebSocketMessageKind kind, string text)
    {
        bool isLost;
        lock (_lock)
        {
            isLost = _state == SimulatedWebSocketState.Open && !_isFrozen && !_messages.TryAdd(new SimulatedWebSocketMessage(kind, text));
        }

        if (isLost)
        {
            Drop();
        }
    }

    private void End(SimulatedWebSocketState state)
    {
        lock (_lock)
        {
            if (_state != SimulatedWebSocketState.Open)
            {
                return;
            }

            _state = state;
            _keepAlive.Stop();
            _messages.Complete();
        }

        // Outside the lock, because the owner's lock is taken before that of a connection.
        _owner.Remove(this);
    }
}
