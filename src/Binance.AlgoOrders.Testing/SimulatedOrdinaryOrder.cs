using Binance.AlgoOrders.Testing.Internal.State;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing;

/// <summary>
/// An ordinary order: one that a client has placed by <c>POST /fapi/v1/order</c>, or the child order of a conditional order that has triggered. A MARKET order
/// is filled at the last price, a LIMIT order once the price has reached its own. Thread-safe.
/// </summary>
public sealed class SimulatedOrdinaryOrder
{
    private readonly ExchangeState _exchange;
    private Execution _execution;

    internal SimulatedOrdinaryOrder(
        ExchangeState exchange, SimulatedAccount account, (long OrderId, string ClientOrderId) ids, SimulatedOrdinaryTerms terms, SimulatedOrder? parent)
    {
        _exchange = exchange;
        (Account, OrderId, ClientOrderId, Terms, Parent) = (account, ids.OrderId, ids.ClientOrderId, terms, parent);
        CreatedAt = exchange.Now;
        _execution = new Execution(SimulatedOrdinaryStatus.New, Quantity: 0, Price: 0, CreatedAt);
    }

    /// <summary>Gets the account that owns the order.</summary>
    public SimulatedAccount Account { get; }

    /// <summary>Gets <c>orderId</c>. The <c>actualOrderId</c> of the conditional order is the same.</summary>
    public long OrderId { get; }

    /// <summary>Gets <c>clientOrderId</c>. A child order has the <c>clientAlgoId</c> of its conditional order.</summary>
    public string ClientOrderId { get; }

    /// <summary>Gets the terms of the order.</summary>
    public SimulatedOrdinaryTerms Terms { get; }

    /// <summary>Gets the conditional order that has placed this order, or <see langword="null"/>.</summary>
    public SimulatedOrder? Parent { get; }

    /// <summary>Gets <c>status</c>.</summary>
    public SimulatedOrdinaryStatus Status => Latest.Status;

    /// <summary>Gets <c>executedQty</c>, in the base asset.</summary>
    public decimal ExecutedQuantity => Latest.Quantity;

    /// <summary>Gets <c>avgPrice</c>, zero until the order is filled.</summary>
    public decimal AveragePrice => Latest.Price;

    /// <summary>Gets <c>time</c>, the time of the placement.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>Gets <c>updateTime</c>, the time of the last change of status.</summary>
    public DateTimeOffset UpdatedAt => Latest.At;

    private Execution Latest => _exchange.Read(() => _execution);

    /// <summary>Fills the order completely: NEW → FILLED. The position follows, and a conditional order becomes FINISHED.</summary>
    /// <param name="price">The price, or <see langword="null"/> for the order's limit price, else the last price of the contract.</param>
    /// <exception cref="InvalidOperationException">The order is not NEW, or is a MARKET order of a contract without a price.</exception>
    public void Fill(decimal? price = null) => _exchange.Read(() => _exchange.Matching.Fill(this, price));

    /// <summary>Cancels the order: NEW → CANCELED. A conditional order becomes FINISHED.</summary>
    /// <exception cref="InvalidOperationException">The order is not NEW.</exception>
    public void Cancel() => _exchange.Read(() => _exchange.Matching.End(this, SimulatedOrdinaryStatus.Canceled));

    /// <summary>Returns the ids, the symbol and the status.</summary>
    public override string ToString() => $"{OrderId} ({ClientOrderId}) {Terms.Symbol} {SimulatedWireNames.Of(Status)}";

    /// <summary>Changes the status of an order that is NEW.</summary>
    internal void ChangeTo(SimulatedOrdinaryStatus next, decimal quantity = 0, decimal price = 0)
    {
        lock (_exchange.Lock)
        {
            if (_execution.Status != SimulatedOrdinaryStatus.New)
            {
                throw new InvalidOperationException(
                    $"Order {OrderId} must be NEW to become {SimulatedWireNames.Of(next)}, but was {SimulatedWireNames.Of(_execution.Status)}.");
            }

            _execution = new Execution(next, quantity, price, _exchange.Now);
        }
    }

    private readonly record struct Execution(SimulatedOrdinaryStatus Status, decimal Quantity, decimal Price, DateTimeOffset At);
}
