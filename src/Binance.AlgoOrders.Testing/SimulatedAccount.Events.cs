namespace Binance.AlgoOrders.Testing;

// The events of the user data stream.
public sealed partial class SimulatedAccount
{
    /// <summary>
    /// Gets a copy of the events of this account among the newest 10,000 events of the exchange, the oldest first. It contains every event that a user data
    /// stream can carry, also while no connection is open, before <see cref="SimulatedExchange.PushFaults"/> and the <c>events</c> of a connection apply.
    /// COIN-M orders have no events.
    /// </summary>
    public IReadOnlyList<RecordedEvent> PushedEvents => _exchange.Streams.Events.CopyOf(this);
}
