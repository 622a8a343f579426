namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The bot: a stop that follows a rising price and never moves down. The client moves the stop, and the outcome says which order is live afterwards.
/// </summary>
public sealed class FollowingStop(AlgoOrderClient client, string symbol, decimal distance)
{
    private AlgoOrderId? _stop;

    /// <summary>The trigger price of the stop, or null if there is no stop.</summary>
    public decimal? StopPrice { get; private set; }

    /// <summary>True if the stop has triggered: the position is closed or being closed, and the bot is done.</summary>
    public bool HasTriggered { get; private set; }

    /// <summary>Moves the stop up to its distance below this price, if that is above its current price.</summary>
    /// <exception cref="AlgoOrderException">The position may be unprotected. The next price retries.</exception>
    public async Task FollowAsync(decimal price, CancellationToken cancellationToken = default)
    {
        decimal trigger = price - distance;
        if (HasTriggered || StopPrice >= trigger)
        {
            return;
        }

        var stop = new NewAlgoOrder.StopMarket(symbol, OrderSide.Sell, OrderAmount.ClosePosition, trigger);
        if (_stop is null)
        {
            // The id is kept before the order is placed, so that an order with an unknown execution is replaced by the next one.
            _stop = AlgoOrderId.FromClientAlgoId(stop.ClientAlgoId);
            await client.PlaceAsync(stop, cancellationToken);
            StopPrice = trigger;
            return;
        }

        ReplaceAlgoOrderOutcome outcome = await client.ReplaceAsync(ReplaceAlgoOrderRequest.ById(_stop, stop), cancellationToken);
        Follow(outcome, stop.ClientAlgoId);
        if (!HasTriggered)
        {
            outcome.EnsureProtected();
        }
    }

    private void Follow(ReplaceAlgoOrderOutcome outcome, string clientAlgoId)
    {
        switch (outcome)
        {
            case ReplaceAlgoOrderOutcome.Replaced { Placed: var placed }:
                Keep(placed);
                break;

            case ReplaceAlgoOrderOutcome.Restored { Order: var restored }:
                Keep(restored);
                break;

            // The position is closed or being closed, so another stop would protect nothing.
            case ReplaceAlgoOrderOutcome.CurrentTriggered:
                (_stop, StopPrice, HasTriggered) = (null, null, true);
                break;

            // There is no stop. The next price places one.
            case ReplaceAlgoOrderOutcome.Unprotected:
                (_stop, StopPrice) = (null, null);
                break;

            // The old stop was not found, and the new one is live.
            case ReplaceAlgoOrderOutcome.Unknown { Replacement: PlaceAlgoOrderOutcome.Resting { Order: var resting } }:
                Keep(resting);
                break;

            // The old stop is gone, and the new one may be live. The next price replaces it.
            case ReplaceAlgoOrderOutcome.Unknown { Replacement: not null }:
                (_stop, StopPrice) = (AlgoOrderId.FromClientAlgoId(clientAlgoId), null);
                break;
        }
    }

    private void Keep(AlgoOrder stop) => (_stop, StopPrice) = (AlgoOrderId.FromAlgoId(stop.AlgoId), stop.TriggerPrice);
}
