namespace Binance.AlgoOrders;

// The cases of the outcome.
public partial record CancelAlgoOrderOutcome
{
    /// <summary>States that the order is canceled.</summary>
    /// <param name="Evidence">The evidence that the order is canceled.</param>
    /// <param name="Acknowledgement">Binance's acknowledgement, or null if the evidence is a query.</param>
    /// <param name="Order">The order as it was read, or null if the evidence is the acknowledgement.</param>
    public sealed record Canceled(CancelEvidence Evidence, CancelAlgoOrderResult? Acknowledgement, AlgoOrder? Order) : CancelAlgoOrderOutcome
    {
        private protected override string? Warning => null;
    }

    /// <summary>
    /// States that the cancel came too late: the order is <c>TRIGGERING</c>, <c>TRIGGERED</c> or <c>FINISHED</c>. Its child order may be live in the ordinary
    /// order book, filled or canceled. The outcome claims nothing about the state of the child order, which only a query of that order shows.
    /// </summary>
    /// <param name="Order">The order as it was read. <see cref="AlgoOrder.ActualOrderId"/> is the child order once the status is <c>TRIGGERED</c>.</param>
    public sealed record Triggered(AlgoOrder Order) : CancelAlgoOrderOutcome
    {
        private protected override string Warning => Order switch
        {
            { Status.Known: AlgoOrderStatus.Finished } =>
                $"The order has triggered and is finished. Its child order {ChildOrder} was filled or canceled. Query it before you act.",
            { ActualOrderIdText: not null } =>
                $"The order has triggered. Its child order {ChildOrder} may be live and must be canceled as an ordinary order.",
            _ => "The order is triggering. It has no child order yet, but may have one at any moment.",
        };

        private string ChildOrder => Order.ActualOrderIdText ?? "(without an id)";
    }

    /// <summary>States that the order ended without a cancel of this call, and that nothing was traded.</summary>
    /// <param name="Order">
    /// The order as it was last read: <c>REJECTED</c> or <c>EXPIRED</c>, or <c>NEW</c> if the evidence is <see cref="EndedEvidence.ByRetention"/>.
    /// </param>
    /// <param name="Evidence">The evidence that the order has ended.</param>
    public sealed record Ended(AlgoOrder Order, EndedEvidence Evidence = EndedEvidence.Reported) : CancelAlgoOrderOutcome
    {
        private protected override string? Warning => null;
    }

    /// <summary>
    /// States that Binance showed no trace of the order for <see cref="AlgoOrderClientOptions.VisibilityLag"/>, in at least two queries and, with a symbol,
    /// in as many lists of open orders. The outcome does not claim that the order is inactive. The id or the account may be wrong, or the order may be old
    /// and have ended. Canceled and expired orders can no longer be queried 3 days after they were placed.
    /// </summary>
    /// <param name="AbsentFromOpenOrders">
    /// True if the open orders of the symbol were read too and did not contain the order. False if the symbol is unknown.
    /// </param>
    public sealed record NotFound(bool AbsentFromOpenOrders) : CancelAlgoOrderOutcome
    {
        /// <summary>
        /// Gets the last order with the same client id, which had ended before the call began, or null if there was none. It may be the order that you
        /// mean. A client id is free again when its order has ended, so that the outcome does not claim this.
        /// </summary>
        public AlgoOrder? EarlierOrder { get; init; }

        /// <summary>True if Binance showed a younger order of the same client id, which hides the one that is meant.</summary>
        internal bool MayBeHidden { get; init; }

        private protected override string Warning =>
            "Binance did not find the order. Check the id and the account. An order that was placed more than 3 days ago may have ended.";
    }

    /// <summary>States that the order is live and that no attempt of this call can still cancel it. Cancel the order again.</summary>
    /// <param name="Order">The order as it was last read.</param>
    /// <param name="LastError">The failure of the last attempt to cancel, or null if the time was up.</param>
    public sealed record StillOpen(AlgoOrder Order, Exception? LastError) : CancelAlgoOrderOutcome
    {
        private protected override string Warning => "The order is still open. Cancel it again.";
    }

    /// <summary>
    /// States that the state of the order could not be determined in time. The order may be live, canceled or triggered, and an attempt of this call may
    /// still cancel it.
    /// </summary>
    /// <param name="LastError">The last failure in this call.</param>
    /// <param name="LastSeen">The order as it was last read in this call, or null if it was never read.</param>
    public sealed record Unknown(Exception LastError, AlgoOrder? LastSeen) : CancelAlgoOrderOutcome
    {
        private protected override string Warning => "Outcome unknown: the order may be live, canceled or triggered. Look it up before you act on it.";
    }

    /// <summary>Returns true if the other outcome is the same case. Each case also compares its own members. The attempts are not compared.</summary>
    /// <param name="other">The other outcome, or null.</param>
    public virtual bool Equals(CancelAlgoOrderOutcome? other) => other is not null && EqualityContract == other.EqualityContract;

    /// <summary>Returns a hash code that does not depend on the attempts.</summary>
    public override int GetHashCode() => EqualityContract.GetHashCode();
}
