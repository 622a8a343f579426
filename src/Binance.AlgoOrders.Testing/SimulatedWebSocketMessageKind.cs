namespace Binance.AlgoOrders.Testing;

/// <summary>The kind of a <see cref="SimulatedWebSocketMessage"/>.</summary>
public enum SimulatedWebSocketMessageKind
{
    /// <summary>A text message: an event of the user data stream, or a response of the WebSocket API.</summary>
    Text,

    /// <summary>A ping frame. <see cref="SimulatedWebSocket.SendPong"/> replies to it with the same payload.</summary>
    Ping,

    /// <summary>A pong frame, the reply to <see cref="SimulatedWebSocket.SendPing"/>.</summary>
    Pong,
}
