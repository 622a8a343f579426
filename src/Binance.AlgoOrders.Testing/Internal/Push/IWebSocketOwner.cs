namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>The part of the exchange that a connection belongs to: the user data streams or the WebSocket API.</summary>
internal interface IWebSocketOwner
{
    /// <summary>Receives a text of the client.</summary>
    void Receive(SimulatedWebSocket socket, string text);

    /// <summary>Removes a connection that has ended.</summary>
    void Remove(SimulatedWebSocket socket);
}
