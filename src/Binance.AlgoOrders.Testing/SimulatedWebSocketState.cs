namespace Binance.AlgoOrders.Testing;

/// <summary>The state of a <see cref="SimulatedWebSocket"/>.</summary>
public enum SimulatedWebSocketState
{
    /// <summary>The connection is open. A frozen connection is open too.</summary>
    Open,

    /// <summary>One side closed the connection in good order, with a close frame.</summary>
    Closed,

    /// <summary>The connection was lost without a close frame (RST over TCP).</summary>
    Dropped,
}
