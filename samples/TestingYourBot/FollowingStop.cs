namespace Binance.AlgoOrders.Samples;

/// <summary>
/// The bot: a stop that follows a rising price and never falls back. There is one at a time, so the old one is canceled before the next is
/// placed, and what became of it decides what happens next.
/// </summary>
public sealed class FollowingStop(AlgoOrderClient client, string symbol, decimal distance)
{
    private string? _stop;

    /// <summary>The price at which the position is guarded; null: it is not.</summary>
    public decimal? GuardedAt { get; private set; }

    /// <summary>Whether the stop triggered: the position is closed or being closed, and the bot has done its work.</summary>
    public bool HasTriggered { get; private set; }

    /// <summary>Moves the stop up to its distance below this price, if that is higher than where it is.</summary>
    /// <exception cref="AlgoOrderException">The stop could not be moved; <see cref="GuardedAt"/> tells how it stands. The next price tries again.</exception>
    public async Task FollowAsync(decimal price, CancellationToken cancellationToken = default)
    {
        decimal trigger = price - distance;
        if (HasTriggered || GuardedAt >= trigger || !await IsFreeAsync(cancellationToken))
        {
            return;
        }

        // Named before it is placed: should nobody be able to say whether it was, it is canceled first, as any other.
        _stop = $"bot-{Guid.NewGuid():N}";
        var stop = new NewAlgoOrder.StopMarket(symbol, OrderSide.Sell, OrderAmount.ClosePosition, trigger) { ClientAlgoId = _stop };
        await client.PlaceAsync(stop, cancellationToken);
        GuardedAt = trigger;
    }

    private async Task<bool> IsFreeAsync(CancellationToken cancellationToken)
    {
        if (_stop is null)
        {
            return true;
        }

        CancelAlgoOrderRequest request = CancelAlgoOrderRequest.ByClientAlgoId(_stop) with { Symbol = symbol };
        switch (await client.EnsureCanceledAsync(request, cancellationToken))
        {
            // The position is being closed, or is closed already: another stop would guard nothing.
            case CancelAlgoOrderOutcome.Triggered:
            case CancelAlgoOrderOutcome.Closed { Order.Status.Known: AlgoOrderStatus.Finished }:
                (GuardedAt, HasTriggered) = (null, true);
                return false;

            // Gone, whoever did it: until the next one is placed, nothing guards the position.
            case CancelAlgoOrderOutcome.Canceled or CancelAlgoOrderOutcome.Closed:
            case CancelAlgoOrderOutcome.NotFound { AbsentFromOpenOrders: true }:
                GuardedAt = null;
                return true;

            // It may well stand where it was. The next price tries again.
            default:
                return false;
        }
    }
}
