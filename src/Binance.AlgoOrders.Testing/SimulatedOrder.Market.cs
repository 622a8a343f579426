namespace Binance.AlgoOrders.Testing;

// What the market, the exchange and the owner do to the order.
public sealed partial class SimulatedOrder
{
    /// <summary>Triggers the order and places its child order at one instant: NEW → TRIGGERING → TRIGGERED.</summary>
    /// <returns>The child order's id, <see cref="ActualOrderId"/>.</returns>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public long Trigger()
    {
        lock (_exchange.Lock)
        {
            BeginTrigger();
            return CompleteTrigger();
        }
    }

    /// <summary>Meets the condition of the order: NEW → TRIGGERING.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void BeginTrigger() => ChangeTo(SimulatedOrderStatus.Triggering, SimulatedOrderStatus.New);

    /// <summary>Places the child order: TRIGGERING → TRIGGERED.</summary>
    /// <returns>The child order's id, <see cref="ActualOrderId"/>.</returns>
    /// <exception cref="InvalidOperationException">The order is not TRIGGERING.</exception>
    public long CompleteTrigger()
    {
        lock (_exchange.Lock)
        {
            ChangeTo(SimulatedOrderStatus.Triggered, SimulatedOrderStatus.Triggering, () => _child = _exchange.Matching.AddChild(this));
            return _child!.OrderId;
        }
    }

    /// <summary>Fills or cancels the child order: TRIGGERED → FINISHED. On the wire, only the child order shows which of the two it was.</summary>
    /// <param name="filled"><see langword="true"/> if the child order was filled completely, <see langword="false"/> if it was canceled.</param>
    /// <exception cref="InvalidOperationException">The order is not TRIGGERED.</exception>
    public void Finish(bool filled = true)
    {
        lock (_exchange.Lock)
        {
            Require(SimulatedOrderStatus.Triggered, SimulatedOrderStatus.Finished);
            if (filled)
            {
                Child!.Fill(_exchange.Matching.PriceOf(Child) ?? Terms.TriggerPrice);
            }
            else
            {
                Child!.Cancel();
            }
        }
    }

    /// <summary>Rejects the child order, for example because of insufficient margin: TRIGGERING → REJECTED.</summary>
    /// <exception cref="InvalidOperationException">The order is not TRIGGERING.</exception>
    public void Reject() => ChangeTo(SimulatedOrderStatus.Rejected, SimulatedOrderStatus.Triggering);

    /// <summary>Cancels the order on behalf of the exchange: NEW → EXPIRED.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void Expire() => ChangeTo(SimulatedOrderStatus.Expired, SimulatedOrderStatus.New);

    /// <summary>
    /// Loses the order: NEW → EXPIRED, and neither queries nor the history nor the open orders contain it any more, as was observed for orders that Binance
    /// had accepted seconds before.
    /// </summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void Vanish()
    {
        lock (_exchange.Lock)
        {
            Expire();
            IsHiddenFromQueries = true;
        }
    }

    /// <summary>Cancels the order on behalf of its owner, without a request: NEW → CANCELED.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void Cancel() => ChangeTo(SimulatedOrderStatus.Canceled, SimulatedOrderStatus.New);
}
