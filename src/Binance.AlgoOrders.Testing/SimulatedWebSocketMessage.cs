namespace Binance.AlgoOrders.Testing;

/// <summary>A message of the exchange on a WebSocket connection.</summary>
/// <param name="Kind">The kind of the message.</param>
/// <param name="Text">The text, or the payload of a ping or pong.</param>
public sealed record SimulatedWebSocketMessage(SimulatedWebSocketMessageKind Kind, string Text);
