namespace Binance.AlgoOrders.Testing.Internal.Push;

/// <summary>An open connection of a user data stream.</summary>
internal sealed record UserStream(SimulatedWebSocket Socket, ListenKey Key, StreamAddress Address)
{
    /// <summary>Returns true if the connection's key and its URL include the event.</summary>
    public bool Carries(PushEvent pushed, bool unroutedCarryEvents, bool allWithoutEvents)
    {
        bool isKeyRight = pushed.ExpiredKey is null ? Key.IsValid : Key == pushed.ExpiredKey;
        if (!isKeyRight || Key.Account != pushed.Account)
        {
            return false;
        }

        if (!Address.IsRouted)
        {
            return unroutedCarryEvents;
        }

        return Address.Events?.Contains(pushed.Name) ?? allWithoutEvents;
    }
}
