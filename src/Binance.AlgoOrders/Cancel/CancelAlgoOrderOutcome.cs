using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Internal.Http;
using Binance.AlgoOrders.Internal.Requests;

namespace Binance.AlgoOrders;

/// <summary>
/// Represents the outcome of <see cref="AlgoOrderClient.EnsureCanceledAsync"/> for its order. The type is closed: an outcome is one of the six
/// nested cases. Only <see cref="Canceled"/> and <see cref="Ended"/> claim that the order is inactive.
/// </summary>
public abstract record CancelAlgoOrderOutcome : ICallOutcome
{
    private Attempt? _lastAttempt;

    // Milliseconds, because the property would take three times the space.
    private long _mayExecuteUntil;
    private IReadOnlyList<CancelAttempt>? _attempts;

    private CancelAlgoOrderOutcome()
    {
    }

    /// <summary>True if the order certainly has no further effect, which only <see cref="Canceled"/> and <see cref="Ended"/> claim.</summary>
    public bool IsInactive => Warning is null;

    /// <summary>
    /// Gets the time on Binance's clock until which a request of this call may still be executed, or null if none can be. This is harmless for an order that
    /// was identified by <c>algoId</c>. With a client id, do not place another order of the same id before that time.
    /// </summary>
    public DateTimeOffset? MayExecuteUntil
    {
        get => _mayExecuteUntil == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(_mayExecuteUntil);
        init => _mayExecuteUntil = value?.ToUnixTimeMilliseconds() ?? 0;
    }

    /// <summary>Gets the attempts of the call in order, with their times and responses.</summary>
    public IReadOnlyList<CancelAttempt> Attempts
    {
        // Created on first use, because the attempts of a plain cancel are rarely read.
        get => _attempts ??= CancelAttempt.ListUpTo(_lastAttempt);
        init => _attempts = value;
    }

    /// <summary>
    /// Gets a sentence that explains why the order may still have an effect, or null if it certainly has none. The member also keeps other
    /// assemblies from adding a case.
    /// </summary>
    private protected abstract string? Warning { get; }

    string ICallOutcome.OutcomeName => Match(
        static _ => "canceled", static _ => "triggered", static _ => "ended", static _ => "not_found", static _ => "still_open", static _ => "unknown");

    Exception? ICallOutcome.OutcomeError => this switch
    {
        StillOpen stillOpen => stillOpen.LastError,
        Unknown unknown => unknown.LastError,
        _ => null,
    };

    /// <summary>Calls the function for the case of this outcome and returns its result.</summary>
    /// <typeparam name="TResult">The type of the result.</typeparam>
    /// <param name="canceled">The function for an order that is canceled.</param>
    /// <param name="triggered">The function for an order that had triggered, so that the cancel came too late.</param>
    /// <param name="ended">The function for an order that had ended before.</param>
    /// <param name="notFound">The function for an order that Binance did not find.</param>
    /// <param name="stillOpen">The function for an order that is live and that no attempt of this call can still cancel.</param>
    /// <param name="unknown">The function for an order whose state could not be determined in time.</param>
    /// <exception cref="ArgumentNullException">One of the functions is null.</exception>
    public TResult Match<TResult>(
        Func<Canceled, TResult> canceled,
        Func<Triggered, TResult> triggered,
        Func<Ended, TResult> ended,
        Func<NotFound, TResult> notFound,
        Func<StillOpen, TResult> stillOpen,
        Func<Unknown, TResult> unknown)
    {
        ArgumentNullException.ThrowIfNull(canceled);
        ArgumentNullException.ThrowIfNull(triggered);
        ArgumentNullException.ThrowIfNull(ended);
        ArgumentNullException.ThrowIfNull(notFound);
        ArgumentNullException.ThrowIfNull(stillOpen);
        ArgumentNullException.ThrowIfNull(unknown);
        return this switch
        {
            Canceled outcome => canceled(outcome),
            Triggered outcome => triggered(outcome),
            Ended outcome => ended(outcome),
            NotFound outcome => notFound(outcome),
            StillOpen outcome => stillOpen(outcome),
            _ => unknown((Unknown)this),
        };
    }

    /// <summary>Returns this outcome if <see cref="IsInactive"/> is true, and throws an exception otherwise.</summary>
    /// <returns>This outcome.</returns>
    /// <exception cref="AlgoOrderMayBeActiveException">The order is not known to be inactive. The exception contains this outcome.</exception>
    public CancelAlgoOrderOutcome EnsureInactive()
    {
        if (Warning is { } warning)
        {
            throw new AlgoOrderMayBeActiveException(this, warning);
        }

        return this;
    }

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
    /// True if the open orders of <see cref="CancelAlgoOrderRequest.Symbol"/> were read too and did not contain the order. False if no symbol was given.
    /// </param>
    public sealed record NotFound(bool AbsentFromOpenOrders) : CancelAlgoOrderOutcome
    {
        /// <summary>
        /// Gets the last order with the same client id, which had ended before the call began, or null if there was none. It may be the order that you
        /// mean. A client id is free again when its order has ended, so that the outcome does not claim this.
        /// </summary>
        public AlgoOrder? EarlierOrder { get; init; }

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

    /// <summary>Appends the members for <see cref="object.ToString"/>, with the number of attempts instead of the attempts themselves.</summary>
    /// <param name="builder">The builder of the text.</param>
    /// <returns>Always true.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(IsInactive)} = {IsInactive}, {nameof(Attempts)} = {Attempts.Count}");
        return true;
    }

    /// <summary>Adds the attempts of the call, before the outcome is returned to the caller.</summary>
    internal CancelAlgoOrderOutcome WithAttempts(CallContext call)
    {
        _lastAttempt = call.LastAttempt;
        _mayExecuteUntil = call.MayExecuteUntil ?? 0;
        return this;
    }
}
