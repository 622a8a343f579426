namespace Binance.AlgoOrders;

/// <summary>
/// Represents what became of a new order in <see cref="AlgoOrderClient.EnsurePlacedAsync"/>. The type is closed: an outcome is one of the five nested
/// cases. Only <see cref="Resting"/> claims that the order was live after Binance had accepted it.
/// </summary>
public abstract partial record PlaceAlgoOrderOutcome : ICallOutcome
{
    private PlaceAlgoOrderOutcome()
    {
    }

    /// <summary>
    /// Gets the time on Binance's clock until which a request of this call may still place the order, or null if none can. Such an order has the client id
    /// of the new order.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil { get; init; }

    string ICallOutcome.OutcomeName => Match(static _ => "resting", static _ => "triggered", static _ => "ended", static _ => "refused", static _ => "unknown");

    Exception? ICallOutcome.OutcomeError => this switch
    {
        Refused refused => refused.Error,
        Unknown unknown => unknown.LastError,
        _ => null,
    };

    /// <summary>Calls the function for the case of this outcome and returns its result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="resting">The function for an order that is live.</param>
    /// <param name="triggered">The function for an order that was placed and has triggered.</param>
    /// <param name="ended">The function for an order that was placed and has ended.</param>
    /// <param name="refused">The function for an order that was not placed.</param>
    /// <param name="unknown">The function for an order whose state could not be determined in time.</param>
    /// <exception cref="ArgumentNullException">One of the functions is null.</exception>
    public TResult Match<TResult>(
        Func<Resting, TResult> resting,
        Func<Triggered, TResult> triggered,
        Func<Ended, TResult> ended,
        Func<Refused, TResult> refused,
        Func<Unknown, TResult> unknown)
    {
        ArgumentNullException.ThrowIfNull(resting);
        ArgumentNullException.ThrowIfNull(triggered);
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(refused);
        ArgumentNullException.ThrowIfNull(unknown);
        return this switch
        {
            Resting outcome => resting(outcome),
            Triggered outcome => triggered(outcome),
            Ended outcome => ended(outcome),
            Refused outcome => refused(outcome),
            _ => unknown((Unknown)this),
        };
    }

    /// <summary>States that the order is live: Binance accepted it, and its list of open orders contained it after that.</summary>
    /// <param name="Order">The order as the list showed it.</param>
    public sealed record Resting(AlgoOrder Order) : PlaceAlgoOrderOutcome;

    /// <summary>
    /// States that the order was placed and has triggered: it is <c>TRIGGERING</c>, <c>TRIGGERED</c> or <c>FINISHED</c>. Only a query of the child order shows
    /// what became of it.
    /// </summary>
    /// <param name="Order">The order as it was read. <see cref="AlgoOrder.ActualOrderId"/> is the child order once the status is <c>TRIGGERED</c>.</param>
    public sealed record Triggered(AlgoOrder Order) : PlaceAlgoOrderOutcome;

    /// <summary>States that the order was placed and has ended without a trade: it is <c>CANCELED</c>, <c>REJECTED</c> or <c>EXPIRED</c>.</summary>
    /// <param name="Order">The order as it was read.</param>
    public sealed record Ended(AlgoOrder Order) : PlaceAlgoOrderOutcome;

    /// <summary>States that the order was not placed, and that no request of this call can still place it.</summary>
    /// <param name="Error">Binance's rejection, or the reason why the order was not sent or not executed.</param>
    public sealed record Refused(AlgoOrderException Error) : PlaceAlgoOrderOutcome;

    /// <summary>
    /// States that the order may be live. Either it is unknown whether it was placed, or Binance accepted it and does not show it as open. Look it up by its
    /// client id before you place another one.
    /// </summary>
    /// <param name="LastError">The last failure in this call.</param>
    /// <param name="LastSeen">The order as Binance accepted it or last showed it, or null if it did neither.</param>
    public sealed record Unknown(Exception LastError, AlgoOrder? LastSeen) : PlaceAlgoOrderOutcome;
}
