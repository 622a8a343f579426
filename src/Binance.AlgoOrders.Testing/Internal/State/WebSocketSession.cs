namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>The session of one connection of the WebSocket API. <see cref="ExchangeState.Lock"/> guards it.</summary>
internal sealed class WebSocketSession(DateTimeOffset connectedSince)
{
    public DateTimeOffset ConnectedSince => connectedSince;

    /// <summary>Gets the key that the connection is logged on with, or null.</summary>
    public SimulatedKey? Key { get; private set; }

    public DateTimeOffset? AuthorizedSince { get; private set; }

    public void LogOn(SimulatedKey key, DateTimeOffset now) => (Key, AuthorizedSince) = (key, now);

    public void LogOut() => (Key, AuthorizedSince) = (null, null);
}
