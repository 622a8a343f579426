using System.Globalization;
using System.Text;
using Binance.AlgoOrders.Internal.Transport;

namespace Binance.AlgoOrders;

/// <summary>
/// What became of the order that <see cref="AlgoOrderClient.EnsureCanceledAsync"/> was to cancel. Closed: one of the six nested cases.
/// Only <see cref="Canceled"/> and <see cref="Closed"/> claim that the order is inactive.
/// </summary>
public abstract record CancelAlgoOrderOutcome
{
    private Attempt? _lastAttempt;
    private IReadOnlyList<CancelAttempt>? _attempts;

    private CancelAlgoOrderOutcome()
    {
    }

    /// <summary>Whether the order surely does nothing any more: true of <see cref="Canceled"/> and <see cref="Closed"/> only.</summary>
    public bool IsInactive => Warning is null;

    /// <summary>What was tried, in order, when, and with what answer.</summary>
    public IReadOnlyList<CancelAttempt> Attempts
    {
        // Made when somebody asks: most outcomes are "canceled", and nobody does.
        get => _attempts ??= CancelAttempt.ListUpTo(_lastAttempt);
        init => _attempts = value;
    }

    /// <summary>Why the order may still do something, as a sentence; null: it surely does not. Keeps users' code from adding a case.</summary>
    private protected abstract string? Warning { get; }

    /// <summary>Turns every case into a value.</summary>
    /// <typeparam name="TResult">What is made of it.</typeparam>
    /// <param name="canceled">The order is canceled.</param>
    /// <param name="triggered">It was too late: the order has triggered.</param>
    /// <param name="closed">The order had ended before.</param>
    /// <param name="notFound">Binance does not know the order.</param>
    /// <param name="stillOpen">The order is live, and nothing of this call will cancel it any more.</param>
    /// <param name="unknown">Nobody could say in time.</param>
    public TResult Match<TResult>(
        Func<Canceled, TResult> canceled,
        Func<Triggered, TResult> triggered,
        Func<Closed, TResult> closed,
        Func<NotFound, TResult> notFound,
        Func<StillOpen, TResult> stillOpen,
        Func<Unknown, TResult> unknown)
    {
        ArgumentNullException.ThrowIfNull(canceled);
        ArgumentNullException.ThrowIfNull(triggered);
        ArgumentNullException.ThrowIfNull(closed);
        ArgumentNullException.ThrowIfNull(notFound);
        ArgumentNullException.ThrowIfNull(stillOpen);
        ArgumentNullException.ThrowIfNull(unknown);
        return this switch
        {
            Canceled outcome => canceled(outcome),
            Triggered outcome => triggered(outcome),
            Closed outcome => closed(outcome),
            NotFound outcome => notFound(outcome),
            StillOpen outcome => stillOpen(outcome),
            _ => unknown((Unknown)this),
        };
    }

    /// <summary>For those who want exceptions: returns when <see cref="IsInactive"/>, throws otherwise.</summary>
    /// <returns>This outcome.</returns>
    /// <exception cref="AlgoOrderNotInactiveException">The order is not known to be inactive; the exception carries this outcome.</exception>
    public CancelAlgoOrderOutcome EnsureInactive() => Warning is { } warning ? throw new AlgoOrderNotInactiveException(this, warning) : this;

    /// <summary>The order is canceled.</summary>
    /// <param name="Evidence">How that is known.</param>
    /// <param name="Acknowledgement">Binance's acknowledgement; null when it is known by a query.</param>
    /// <param name="Order">The order as it was read; null when it is known by the acknowledgement.</param>
    public sealed record Canceled(CancelEvidence Evidence, CancelAlgoOrderResult? Acknowledgement, AlgoOrder? Order) : CancelAlgoOrderOutcome
    {
        private protected override string? Warning => null;
    }

    /// <summary>Too late: the order is <c>TRIGGERING</c> or <c>TRIGGERED</c>, and its child order lives in the ordinary order book.</summary>
    /// <param name="Order">The order as it was read; <see cref="AlgoOrder.ActualOrderId"/> is the child, once it is <c>TRIGGERED</c>.</param>
    public sealed record Triggered(AlgoOrder Order) : CancelAlgoOrderOutcome
    {
        private protected override string Warning =>
            $"The order has triggered; its child order {Order.ActualOrderIdText ?? "(not placed yet)"} may be live and is canceled as an ordinary order.";
    }

    /// <summary>The order had ended before, and not by a cancel: <c>FINISHED</c>, <c>REJECTED</c> or <c>EXPIRED</c>.</summary>
    /// <param name="Order">The order as it was read.</param>
    public sealed record Closed(AlgoOrder Order) : CancelAlgoOrderOutcome
    {
        private protected override string? Warning => null;
    }

    /// <summary>
    /// Binance does not know the order: the id or the account is wrong, or it is an old order that has ended (canceled or expired ones cannot be
    /// queried any more 3 days after they were placed), or Binance lags just after it was placed.
    /// </summary>
    /// <param name="AbsentFromOpenOrders">
    /// True: the open orders of <see cref="CancelAlgoOrderRequest.Symbol"/> were read too, and it is not among them. False: no symbol was given.
    /// </param>
    public sealed record NotFound(bool AbsentFromOpenOrders) : CancelAlgoOrderOutcome
    {
        private protected override string Warning => "Binance does not know the order: check id and account; an order of more than 3 days ago may have ended.";
    }

    /// <summary>The order is live, and no attempt of this call can cancel it any more. Cancel again.</summary>
    /// <param name="Order">The order as it was last read.</param>
    /// <param name="LastError">Why the last attempt to cancel did not; null: the time was up.</param>
    public sealed record StillOpen(AlgoOrder Order, Exception? LastError) : CancelAlgoOrderOutcome
    {
        private protected override string Warning => "The order is still open.";
    }

    /// <summary>Nobody could say in time. The order may be live, canceled or triggered, and an attempt of this call may still cancel it.</summary>
    /// <param name="LastError">What stood in the way last.</param>
    /// <param name="LastSeen">The order as it was last read in this call; null: it never was.</param>
    public sealed record Unknown(Exception LastError, AlgoOrder? LastSeen) : CancelAlgoOrderOutcome
    {
        private protected override string Warning => "It is not known what became of the order: query it before you act on it.";
    }

    /// <summary>For <see cref="object.ToString"/>: how many attempts there were, and not each.</summary>
    /// <param name="builder">Receives the members as text.</param>
    /// <returns>Always true.</returns>
    protected virtual bool PrintMembers(StringBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Append(CultureInfo.InvariantCulture, $"{nameof(IsInactive)} = {IsInactive}, {nameof(Attempts)} = {Attempts.Count}");
        return true;
    }

    /// <summary>Notes what led to this outcome, before anybody else sees it.</summary>
    internal CancelAlgoOrderOutcome After(ApiCall call)
    {
        _lastAttempt = call.LastAttempt;
        return this;
    }
}
