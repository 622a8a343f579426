using Binance.AlgoOrders.Testing.Internal.Matching;

namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>
/// Triggers conditional orders and fills ordinary orders by the prices of the contracts. The positions follow the fills. <see cref="ExchangeState.Lock"/>
/// guards it.
/// </summary>
internal sealed partial class MatchingEngine(ExchangeState state)
{
    private static readonly SimulatedMarket[] Markets = Enum.GetValues<SimulatedMarket>();

    private readonly OrdinaryEvents _events = new(state);
    private readonly TradeRecorder _trades = new();

    /// <summary>Sets the prices of a contract, and triggers and fills what they reach.</summary>
    public bool SetPrice(string symbol, SimulatedPrice price)
    {
        state.Prices.Set(symbol, price);
        foreach (SimulatedAccount account in state.Accounts)
        {
            foreach (SimulatedMarket market in Markets)
            {
                SimulatedOrdinaryOrder[] resting = [.. account.OrdinaryIn(market).Open.Where(order => order.Terms.Symbol == symbol)];
                SimulatedOrder[] waiting = [.. account.OrdersIn(market).Live.Where(order => order.Symbol == symbol && order.IsReachedBy(price))];
                Array.ForEach(resting, order => Match(order, isNew: false));
                Array.ForEach(waiting, Trigger);
            }
        }

        return true;
    }

    /// <summary>Places an ordinary order and matches it with the price.</summary>
    public SimulatedOrdinaryOrder Place(SimulatedAccount account, SimulatedOrdinaryTerms terms)
    {
        SimulatedOrdinaryOrder order = Add(account, terms, parent: null);
        Match(order, isNew: true);
        return order;
    }

    /// <summary>Places the child order of a conditional order without matching it.</summary>
    public SimulatedOrdinaryOrder AddChild(SimulatedOrder parent) =>
        Add(parent.Account, WithMatchedPrice(SimulatedOrdinaryTerms.OfChild(parent), parent.Terms.PriceMatch), parent);

    /// <summary>Fills an order completely. An order that can only reduce the position trades no more than the position has.</summary>
    public bool Fill(SimulatedOrdinaryOrder order, decimal? price, bool isNew = false)
    {
        SimulatedOrdinaryTerms terms = order.Terms;
        decimal at = price ?? PriceOf(order)
            ?? throw new InvalidOperationException($"Order {order.OrderId} must have a price to be filled, but {terms.Symbol} has none.");
        PositionBook positions = order.Account.PositionsIn(terms.Market);
        SimulatedPosition before = positions.Of(terms.Symbol, terms.PositionSide);
        (decimal executed, decimal traded) = QuantitiesOf(terms, before.ReducibleBy(terms.Side));
        order.ChangeTo(SimulatedOrdinaryStatus.Filled, executed, at);
        SimulatedPosition after = before.After(TradeSide.SignOf(terms.Side) * traded, at);
        positions.Set(after);
        _events.PublishFilled(order, _trades.Add(order, after.RealizedProfit - before.RealizedProfit, isNew), after);
        Close(order);
        EndClosingOrders(order, before, after);
        return true;
    }

    /// <summary>Ends an order without a trade.</summary>
    public bool End(SimulatedOrdinaryOrder order, SimulatedOrdinaryStatus status)
    {
        order.ChangeTo(status);
        _events.PublishEnded(order);
        Close(order);
        return true;
    }

    /// <summary>Returns the limit price of an order, else the last price of its contract, or null if there is none.</summary>
    public decimal? PriceOf(SimulatedOrdinaryOrder order) => order.Terms switch
    {
        { Price: > 0 and var limit } => limit,
        var terms => state.Prices.Find(terms.Symbol)?.Last,
    };

    // Binance takes the price of a priceMatch from the order book. Here both sides of the book are at the last price.
    private SimulatedOrdinaryTerms WithMatchedPrice(SimulatedOrdinaryTerms child, string priceMatch)
    {
        if (priceMatch == "NONE" || state.Prices.Find(child.Symbol) is not { Last: var last })
        {
            return child;
        }

        return child with { Price = last };
    }

    // What the order shows as executed, and what changes the position.
    private static (decimal Executed, decimal Traded) QuantitiesOf(SimulatedOrdinaryTerms terms, decimal reducible) => terms switch
    {
        { ClosePosition: true } => (reducible, reducible),
        { IsReducing: true } => (terms.Quantity, Math.Min(terms.Quantity, reducible)),
        _ => (terms.Quantity, terms.Quantity),
    };

    private static void Close(SimulatedOrdinaryOrder order)
    {
        order.Account.OrdinaryIn(order.Terms.Market).Close(order);
        order.Parent?.FinishAfterChild();
    }

    // Orders that close the position end with it. If the trade opens one in the other direction, the orders that close that one stay.
    private static void EndClosingOrders(SimulatedOrdinaryOrder order, SimulatedPosition before, SimulatedPosition after)
    {
        bool isClosed = before.Quantity != 0 && Math.Sign(after.Quantity) != Math.Sign(before.Quantity);
        if (!isClosed)
        {
            return;
        }

        SimulatedOrdinaryTerms terms = order.Terms;
        IEnumerable<SimulatedOrder> closing = order.Account.OrdersIn(terms.Market).Live.Where(live => ClosesSamePosition(live, terms));
        foreach (SimulatedOrder live in closing.Where(live => after.ReducibleBy(live.Terms.Side) == 0).ToArray())
        {
            live.Expire();
        }
    }

    private static bool ClosesSamePosition(SimulatedOrder live, SimulatedOrdinaryTerms terms) =>
        live is { Status: SimulatedOrderStatus.New, Terms.ClosePosition: true }
        && (live.Symbol, live.Terms.PositionSide) == (terms.Symbol, terms.PositionSide);

    private void Match(SimulatedOrdinaryOrder order, bool isNew)
    {
        if (order.Status != SimulatedOrdinaryStatus.New || state.Prices.Find(order.Terms.Symbol) is not { Last: var last })
        {
            return;
        }

        bool isReached = order.Terms.Type == "MARKET" || TradeSide.SignOf(order.Terms.Side) * (order.Terms.Price - last) >= 0;
        switch (order.Terms.TimeInForce, isReached)
        {
            // A new order that would be filled at once must not be if it is post-only.
            case ("GTX", true) when isNew:
            case ("IOC" or "FOK", false):
                End(order, SimulatedOrdinaryStatus.Expired);
                break;
            case (_, true) when isNew:
                Fill(order, last, isNew);
                break;
            case (_, true):
                Fill(order, order.Terms.Price);
                break;
        }
    }

    private SimulatedOrdinaryOrder Add(SimulatedAccount account, SimulatedOrdinaryTerms terms, SimulatedOrder? parent)
    {
        var order = new SimulatedOrdinaryOrder(state, account, (state.NextActualOrderId(), terms.ClientOrderId ?? state.NextClientId()), terms, parent);
        account.OrdinaryIn(terms.Market).Add(order);
        _events.PublishPlaced(order);
        return order;
    }
}
