namespace Binance.AlgoOrders.Streams.Internal.Delivery;

/// <summary>Receives the updates of a stream in order.</summary>
internal interface IUpdateReceiver
{
    /// <summary>Receives an update. The call holds the lock of the hub, so that it neither blocks nor runs a user's code.</summary>
    void Receive(AlgoOrderUpdate update);

    /// <summary>Receives the end: the stream has been disposed.</summary>
    void Complete();
}
