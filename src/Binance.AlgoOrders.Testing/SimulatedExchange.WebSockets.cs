namespace Binance.AlgoOrders.Testing;

// The WebSocket connections of USDⓈ-M futures: user data streams and the WebSocket API.
public sealed partial class SimulatedExchange
{
    /// <summary>Gets the script of faults of user data streams.</summary>
    public SimulatedPushFaults PushFaults { get; }

    /// <summary>Gets a copy of all open WebSocket connections.</summary>
    public IReadOnlyList<SimulatedWebSocket> WebSockets => [.. _state.Streams.Connections, .. _webSocketApi.Connections];

    /// <summary>
    /// Gets or sets whether the unrouted user data stream, <c>/ws/…</c>, carries the account's events, as older hosts did. Default:
    /// <see langword="false"/>, as in production since 2026-04-23: it connects and replies to pings, but carries no event.
    /// </summary>
    public bool UnroutedStreamsCarryEvents
    {
        get => _state.Streams.UnroutedCarryEvents;
        set => _state.Streams.UnroutedCarryEvents = value;
    }

    /// <summary>
    /// Gets or sets whether a user data stream without <c>events</c> in its query carries all events. Default: <see langword="false"/>, as was observed
    /// in production.
    /// </summary>
    public bool StreamsWithoutEventsCarryAll
    {
        get => _state.Streams.AllWithoutEvents;
        set => _state.Streams.AllWithoutEvents = value;
    }

    /// <summary>
    /// Gets or sets the request weight that may be used over the WebSocket API in one minute of the exchange's clock, handshakes of 5 included. It is
    /// counted apart from <see cref="WeightLimit"/>, with a ban of its own. Default: 2400. <see cref="int.MaxValue"/> means no limit.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int WebSocketWeightLimit
    {
        get => _webSocketApi.WeightLimit;
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            _webSocketApi.WeightLimit = value;
        }
    }

    /// <summary>Gets the weight used over the WebSocket API in the current minute of the exchange's clock.</summary>
    public int UsedWebSocketWeight => _webSocketApi.UsedWeight;

    /// <summary>
    /// Opens a WebSocket connection. A user data stream is <c>/private/ws?listenKey=…&amp;events=…</c> or the unrouted <c>/ws/…</c>, with the listen key
    /// of <c>POST /fapi/v1/listenKey</c>. <c>events</c> is an allow-list of names, separated by slashes, that filters <c>listenKeyExpired</c> too.
    /// <c>/private/stream</c> subscribes by requests to listen keys, as Binance's own clients do, and each event has the name of its stream. Events from before
    /// the connection are not delivered. The WebSocket API is <c>/ws-fapi/v1</c>: its texts are requests, which
    /// <see cref="Requests"/> contains and <see cref="Faults"/> apply to, with the method of the API in place of the HTTP method.
    /// </summary>
    /// <param name="target">The path and query, percent-encoded as sent.</param>
    /// <returns>
    /// The open connection, or <see langword="null"/> if the exchange refuses it: another path, a listen key that is unknown or has expired, or no weight
    /// left for a handshake.
    /// </returns>
    public SimulatedWebSocket? ConnectWebSocket(string target)
    {
        ArgumentException.ThrowIfNullOrEmpty(target);
        return _webSocketApi.Connect(target) ?? _state.Streams.Connect(target);
    }
}
