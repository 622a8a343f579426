namespace Binance.AlgoOrders;

// The cases of the outcome.
public partial record ReplaceAlgoOrderOutcome
{
    /// <summary>States that the replacement was confirmed in the open orders, and that the current order is not live and has not triggered.</summary>
    /// <param name="Placed">
    /// The replacement as it was read: <c>NEW</c>, or <c>TRIGGERING</c>, <c>TRIGGERED</c> or <c>FINISHED</c> if it triggered at once. Only its child order then
    /// shows what became of the position.
    /// </param>
    /// <param name="CurrentOutcome">The outcome of the current order: canceled, ended, or not found.</param>
    public sealed record Replaced(AlgoOrder Placed, CancelAlgoOrderOutcome CurrentOutcome) : ReplaceAlgoOrderOutcome
    {
        /// <inheritdoc/>
        public override bool? IsProtected => TrueIfNew(Placed);

        private protected override string Description => "The order was replaced, and the new one has triggered. Query its child order before you act.";
    }

    /// <summary>States that the current order is live, and that the replacement is not.</summary>
    /// <param name="Current">The current order as the open orders showed it after the refusal.</param>
    /// <param name="Refusal">
    /// The outcome of the replacement or of the bridge: refused or ended, or a bridge that triggered at once, so that no replacement was placed. Null if nothing was
    /// placed, because the current order could not be canceled.
    /// </param>
    public sealed record Kept(AlgoOrder Current, PlaceAlgoOrderOutcome? Refusal) : ReplaceAlgoOrderOutcome
    {
        /// <inheritdoc/>
        public override bool? IsProtected => true;

        private protected override string Description => "The current order is still live.";
    }

    /// <summary>States that the current order was canceled, that the replacement was refused, and that an order with the terms of the current one is live.</summary>
    /// <param name="Order">The restored order as it was read, with ids of its own. It may have triggered at once.</param>
    /// <param name="Refusal">The outcome of the replacement: refused or ended.</param>
    public sealed record Restored(AlgoOrder Order, PlaceAlgoOrderOutcome Refusal) : ReplaceAlgoOrderOutcome
    {
        /// <inheritdoc/>
        public override bool? IsProtected => TrueIfNew(Order);

        private protected override string Description => "The replacement was refused. The restored order has triggered. Query its child order before you act.";
    }

    /// <summary>
    /// States that neither the current order nor the replacement is live. Act now: place another order, or close the position. If <see cref="BridgeClientAlgoId"/> is
    /// not null, that order may still protect the position.
    /// </summary>
    /// <param name="CurrentOutcome">The outcome of the current order: canceled, ended, or not found.</param>
    /// <param name="Refusal">
    /// The outcome of the replacement or of the bridge: refused or ended, or a bridge that triggered at once, so that no replacement was placed.
    /// </param>
    public sealed record Unprotected(CancelAlgoOrderOutcome CurrentOutcome, PlaceAlgoOrderOutcome Refusal) : ReplaceAlgoOrderOutcome
    {
        /// <inheritdoc/>
        public override bool? IsProtected => BridgeClientAlgoId is null ? false : null;

        private protected override string Description => "The current order is gone and no replacement is live. Place another order, or close the position.";
    }

    /// <summary>
    /// States that the current order had triggered before it could be canceled. The call then cancels what it has placed. Only the child order of the current
    /// order shows what became of the position.
    /// </summary>
    /// <param name="Order">The current order as it was read. <see cref="AlgoOrder.ActualOrderId"/> is the child order once the status is <c>TRIGGERED</c>.</param>
    /// <param name="Replacement">The outcome of canceling the replacement, or null if it was not placed.</param>
    public sealed record CurrentTriggered(AlgoOrder Order, CancelAlgoOrderOutcome? Replacement) : ReplaceAlgoOrderOutcome
    {
        /// <inheritdoc/>
        public override bool? IsProtected => null;

        private protected override string Description => "The current order has triggered before it could be replaced. Query its child order before you act.";
    }

    /// <summary>States that two orders are live. Cancel one of them.</summary>
    /// <param name="Placed">The replacement as the open orders showed it, or the bridge if that could not be canceled.</param>
    /// <param name="Current">The current order as it was read after the last attempt to cancel it.</param>
    public sealed record Both(AlgoOrder Placed, AlgoOrder Current) : ReplaceAlgoOrderOutcome
    {
        /// <inheritdoc/>
        public override bool? IsProtected => true;

        private protected override string Description => "Two orders are live. Cancel one of them.";
    }

    /// <summary>States that it is not known which orders are live. Look both up before you act.</summary>
    /// <param name="Replacement">The outcome of placing the replacement, or null if it was not sent. Its client id is the one of the request.</param>
    /// <param name="CurrentOutcome">
    /// The outcome of the current order, or null if it was not touched. <see cref="CancelAlgoOrderOutcome.StillOpen"/> means that it is live.
    /// </param>
    public sealed record Unknown(PlaceAlgoOrderOutcome? Replacement, CancelAlgoOrderOutcome? CurrentOutcome) : ReplaceAlgoOrderOutcome
    {
        /// <summary>Gets the last failure that explains why the outcome is not known, or null if there was none.</summary>
        public Exception? LastError => (Replacement as ICallOutcome)?.OutcomeError ?? (CurrentOutcome as ICallOutcome)?.OutcomeError;

        /// <inheritdoc/>
        public override bool? IsProtected => (Replacement, CurrentOutcome) switch
        {
            (PlaceAlgoOrderOutcome.Resting, _) or (_, CancelAlgoOrderOutcome.StillOpen) => true,
            _ => null,
        };

        private protected override string Description => "It is not known which orders are live. Look both up before you act.";
    }

    // The child order of an order that has triggered decides about the position.
    private static bool? TrueIfNew(AlgoOrder order) => order.Status == AlgoOrderStatus.New ? true : null;
}
