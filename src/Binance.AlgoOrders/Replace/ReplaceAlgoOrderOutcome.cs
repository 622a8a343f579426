namespace Binance.AlgoOrders;

/// <summary>
/// Represents what is live after <see cref="AlgoOrderClient.ReplaceAsync"/>. The type is closed: an outcome is one of the seven nested cases.
/// </summary>
public abstract partial record ReplaceAlgoOrderOutcome : ICallOutcome
{
    private ReplaceAlgoOrderOutcome()
    {
    }

    /// <summary>
    /// True if the replacement, the current order or its equal was live when the call last saw it, and no request of the call cancels it. False if none of
    /// them is live. Null if that is not known, or if an order has triggered, so that its child order decides.
    /// </summary>
    public abstract bool? IsProtected { get; }

    /// <summary>
    /// Gets the client id of the bridge if that order may be live or has triggered, or null. If it is live, cancel it, or keep it until another order protects the
    /// position. It can only reduce the position.
    /// </summary>
    public string? BridgeClientAlgoId { get; init; }

    /// <summary>Gets the client id of an order with the terms of the current one if it was placed again and may be live, or null.</summary>
    public string? RestoredClientAlgoId { get; init; }

    /// <summary>
    /// Gets the time on Binance's clock until which a request of this call may still be executed, or null if none can be. Do not use a client id of this call for
    /// another order before that time.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil { get; init; }

    /// <summary>Gets a sentence that states what is known. The member also keeps other assemblies from adding a case.</summary>
    private protected abstract string Description { get; }

    string ICallOutcome.OutcomeName => Match(
        static _ => "replaced",
        static _ => "kept",
        static _ => "restored",
        static _ => "unprotected",
        static _ => "current_triggered",
        static _ => "both",
        static _ => "unknown");

    Exception? ICallOutcome.OutcomeError => this switch
    {
        Kept kept => ErrorOf(kept.Refusal),
        Restored restored => ErrorOf(restored.Refusal),
        Unprotected unprotected => ErrorOf(unprotected.Refusal),
        Unknown unknown => unknown.LastError,
        _ => null,
    };

    /// <summary>Calls the function for the case of this outcome and returns its result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="replaced">The function for an order that was replaced.</param>
    /// <param name="kept">The function for an order that stayed.</param>
    /// <param name="restored">The function for an order that was placed again.</param>
    /// <param name="unprotected">The function for a position without an order.</param>
    /// <param name="currentTriggered">The function for an order that triggered before it could be replaced.</param>
    /// <param name="both">The function for two live orders.</param>
    /// <param name="unknown">The function for orders whose state could not be determined in time.</param>
    /// <exception cref="ArgumentNullException">One of the functions is null.</exception>
    public TResult Match<TResult>(
        Func<Replaced, TResult> replaced,
        Func<Kept, TResult> kept,
        Func<Restored, TResult> restored,
        Func<Unprotected, TResult> unprotected,
        Func<CurrentTriggered, TResult> currentTriggered,
        Func<Both, TResult> both,
        Func<Unknown, TResult> unknown)
    {
        ArgumentNullException.ThrowIfNull(replaced);
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(restored);
        ArgumentNullException.ThrowIfNull(unprotected);
        ArgumentNullException.ThrowIfNull(currentTriggered);
        ArgumentNullException.ThrowIfNull(both);
        ArgumentNullException.ThrowIfNull(unknown);
        return this switch
        {
            Replaced outcome => replaced(outcome),
            Kept outcome => kept(outcome),
            Restored outcome => restored(outcome),
            Unprotected outcome => unprotected(outcome),
            CurrentTriggered outcome => currentTriggered(outcome),
            Both outcome => both(outcome),
            _ => unknown((Unknown)this),
        };
    }

    /// <summary>Returns this outcome if <see cref="IsProtected"/> is true, and throws an exception otherwise.</summary>
    /// <returns>This outcome.</returns>
    /// <exception cref="PositionMayBeUnprotectedException">The position is not known to be protected. The exception contains this outcome.</exception>
    public ReplaceAlgoOrderOutcome EnsureProtected()
    {
        if (IsProtected != true)
        {
            throw new PositionMayBeUnprotectedException(this, Description);
        }

        return this;
    }

    private static AlgoOrderException? ErrorOf(PlaceAlgoOrderOutcome? refusal) => (refusal as PlaceAlgoOrderOutcome.Refused)?.Error;
}
