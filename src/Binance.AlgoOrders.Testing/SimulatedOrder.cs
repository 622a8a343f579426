using Binance.AlgoOrders.Testing.Internal;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// A conditional order on the exchange, and the truth about it: what a client says of an order can be compared with <see cref="Status"/>
/// and <see cref="History"/>. The methods let a test play the market; an impossible step throws. Thread-safe.
/// </summary>
public sealed class SimulatedOrder
{
    private readonly OrderBook _book;
    private readonly List<SimulatedOrderChange> _history = [];

    internal SimulatedOrder(
        OrderBook book,
        SimulatedAccount account,
        (long AlgoId, string ClientAlgoId) ids,
        SimulatedOrderTerms terms,
        (DateTimeOffset Placed, DateTimeOffset Visible) times)
    {
        _book = book;
        Account = account;
        (AlgoId, ClientAlgoId) = ids;
        Terms = terms;
        CreatedAt = terms.CreatedAt ?? times.Placed;
        VisibleFrom = times.Visible;
        _history.Add(new SimulatedOrderChange(SimulatedOrderStatus.New, CreatedAt));
    }

    /// <summary>Whose order it is; no other account can see or cancel it.</summary>
    public SimulatedAccount Account { get; }

    /// <summary><c>algoId</c>: beyond what a double holds exactly for long, increasing, the same in every run.</summary>
    public long AlgoId { get; }

    /// <summary><c>clientAlgoId</c>: given by the test or made by the exchange.</summary>
    public string ClientAlgoId { get; }

    /// <summary>What the order asks for.</summary>
    public SimulatedOrderTerms Terms { get; }

    /// <summary>Where it was placed.</summary>
    public SimulatedMarket Market => Terms.Market;

    /// <summary><c>symbol</c>.</summary>
    public string Symbol => Terms.Symbol;

    /// <summary><c>createTime</c>.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Until then, on the exchange's clock, queries and cancels are answered as if the order did not exist.</summary>
    public DateTimeOffset VisibleFrom { get; }

    /// <summary><c>algoStatus</c>, as it truly is.</summary>
    public SimulatedOrderStatus Status => Latest.Status;

    /// <summary><c>updateTime</c>: when the status changed last.</summary>
    public DateTimeOffset UpdatedAt => Latest.At;

    /// <summary><c>triggerTime</c>: when the condition was met; <see langword="null"/> (0 on the wire) before.</summary>
    public DateTimeOffset? TriggeredAt => History.FirstOrDefault(static change => change.Status == SimulatedOrderStatus.Triggering)?.At;

    /// <summary><c>actualOrderId</c>: the child order; <see langword="null"/> (an empty text on the wire) until triggered.</summary>
    public long? ActualOrderId { get; private set; }

    /// <summary>Whether the child order was filled; only ever true of a finished order.</summary>
    public bool IsFilled { get; private set; }

    /// <summary>
    /// Whether the order itself can still lead to a trade: <see cref="SimulatedOrderStatus.New"/> or <see cref="SimulatedOrderStatus.Triggering"/>.
    /// Of a triggered order it is the child that lives.
    /// </summary>
    public bool IsLive => Status is SimulatedOrderStatus.New or SimulatedOrderStatus.Triggering;

    /// <summary>Every status that the order ever had, the oldest first; a copy.</summary>
    public IReadOnlyList<SimulatedOrderChange> History
    {
        get
        {
            lock (_book.Gate)
            {
                return [.. _history];
            }
        }
    }

    private SimulatedOrderChange Latest
    {
        get
        {
            lock (_book.Gate)
            {
                return _history[^1];
            }
        }
    }

    /// <summary>The whole way at one instant: NEW → TRIGGERING → TRIGGERED.</summary>
    /// <returns>The child's id, <see cref="ActualOrderId"/>.</returns>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public long Trigger()
    {
        lock (_book.Gate)
        {
            BeginTrigger();
            return CompleteTrigger();
        }
    }

    /// <summary>The condition is met: NEW → TRIGGERING.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void BeginTrigger() => Become(SimulatedOrderStatus.Triggering, SimulatedOrderStatus.New);

    /// <summary>The child order is placed: TRIGGERING → TRIGGERED.</summary>
    /// <returns>The child's id, <see cref="ActualOrderId"/>.</returns>
    /// <exception cref="InvalidOperationException">The order is not TRIGGERING.</exception>
    public long CompleteTrigger()
    {
        lock (_book.Gate)
        {
            Become(SimulatedOrderStatus.Triggered, SimulatedOrderStatus.Triggering);
            ActualOrderId = _book.NextActualOrderId();
            return ActualOrderId.Value;
        }
    }

    /// <summary>The child order ends: TRIGGERED → FINISHED. Which way it ended, only the child tells.</summary>
    /// <param name="filled">Whether it was filled as a whole; else it was canceled.</param>
    /// <exception cref="InvalidOperationException">The order is not TRIGGERED.</exception>
    public void Finish(bool filled = true)
    {
        lock (_book.Gate)
        {
            Become(SimulatedOrderStatus.Finished, SimulatedOrderStatus.Triggered);
            IsFilled = filled;
        }
    }

    /// <summary>The matching engine refuses the child order, for want of margin say: TRIGGERING → REJECTED.</summary>
    /// <exception cref="InvalidOperationException">The order is not TRIGGERING.</exception>
    public void Reject() => Become(SimulatedOrderStatus.Rejected, SimulatedOrderStatus.Triggering);

    /// <summary>The exchange ends the order by itself: NEW → EXPIRED.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void Expire() => Become(SimulatedOrderStatus.Expired, SimulatedOrderStatus.New);

    /// <summary>The owner cancels it by other means than the request under test: NEW → CANCELED.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void Cancel() => Become(SimulatedOrderStatus.Canceled, SimulatedOrderStatus.New);

    /// <summary>The ids, the symbol and the status.</summary>
    public override string ToString() => $"{AlgoId} ({ClientAlgoId}) {Symbol} {WireNames.Of(Status)}";

    private void Become(SimulatedOrderStatus next, SimulatedOrderStatus from)
    {
        lock (_book.Gate)
        {
            SimulatedOrderStatus current = _history[^1].Status;
            if (current != from)
            {
                throw new InvalidOperationException(
                    $"Order {AlgoId} cannot go from {WireNames.Of(current)} to {WireNames.Of(next)}: {WireNames.Of(next)} follows {WireNames.Of(from)} only.");
            }

            _history.Add(new SimulatedOrderChange(next, _book.Now));
            Account.OrdersIn(Market).Note(this);
        }
    }
}
