namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The bot: a stop that follows a rising price and never moves down. There is one stop at a time, so the old one is canceled before the next
/// one is placed, and the outcome of the cancel decides the next step.
/// </summary>
public sealed class FollowingStop(AlgoOrderClient client, string symbol, decimal distance)
{
    private string? _stop;

    /// <summary>The trigger price of the stop, or null if there is no stop.</summary>
    public decimal? StopPrice { get; private set; }

    /// <summary>True if the stop has triggered: the position is closed or being closed, and the bot is done.</summary>
    public bool HasTriggered { get; private set; }

    /// <summary>Moves the stop up to its distance below this price, if that is above its current price.</summary>
    /// <exception cref="AlgoOrderException">The stop was not moved. <see cref="StopPrice"/> is its last known price. The next price retries.</exception>
    public async Task FollowAsync(decimal price, CancellationToken cancellationToken = default)
    {
        decimal trigger = price - distance;
        if (HasTriggered || StopPrice >= trigger || !await TryRemoveOldStopAsync(cancellationToken))
        {
            return;
        }

        // The id is kept before the order is placed, so that an order with an unknown execution is canceled before the next one.
        var stop = new NewAlgoOrder.StopMarket(symbol, OrderSide.Sell, OrderAmount.ClosePosition, trigger);
        _stop = stop.ClientAlgoId;
        await client.PlaceAsync(stop, cancellationToken);
        StopPrice = trigger;
    }

    private async Task<bool> TryRemoveOldStopAsync(CancellationToken cancellationToken)
    {
        if (_stop is null)
        {
            return true;
        }

        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByClientAlgoId(_stop) with { Symbol = symbol };
        switch (await client.EnsureCanceledAsync(request, cancellationToken))
        {
            // The position is closed or being closed, so another stop would protect nothing.
            case CancelAlgoOrderOutcome.Triggered:
                (StopPrice, HasTriggered) = (null, true);
                return false;

            // The old stop is gone. The position is unprotected until the next one is placed.
            case CancelAlgoOrderOutcome.Canceled or CancelAlgoOrderOutcome.Ended:
            case CancelAlgoOrderOutcome.NotFound { AbsentFromOpenOrders: true }:
                StopPrice = null;
                return true;

            // The old stop may still be live. The next price retries.
            default:
                return false;
        }
    }
}
