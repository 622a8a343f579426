namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>Adds the trades of fills to their accounts, with the commissions. <see cref="ExchangeState.Lock"/> guards it.</summary>
internal sealed class TradeRecorder
{
    private long _lastId = 258_307_945;

    /// <summary>Adds the trade of an order that has just been filled.</summary>
    /// <param name="order">The order.</param>
    /// <param name="realizedProfit">The profit by which the fill changed the position.</param>
    /// <param name="isNew">True if the order was filled at its placement.</param>
    public SimulatedTrade Add(SimulatedOrdinaryOrder order, decimal realizedProfit, bool isNew)
    {
        AccountSettings settings = order.Account.Settings;
        SimulatedOrdinaryTerms terms = order.Terms;
        bool isMaker = terms.Type == "LIMIT" && !isNew;
        decimal rate = isMaker ? settings.MakerCommissionRate : settings.TakerCommissionRate;
        var trade = new SimulatedTrade(++_lastId, order.OrderId, terms.Symbol, terms.Side, terms.PositionSide)
        {
            Price = order.AveragePrice,
            Quantity = order.ExecutedQuantity,
            RealizedProfit = realizedProfit,
            Commission = CommissionOf(order, rate),
            Time = order.UpdatedAt,
            IsMaker = isMaker,
        };
        order.Account.OrdinaryIn(terms.Market).Add(trade);
        return trade;
    }

    // A rate of zero must not add decimals to the balance.
    private static decimal CommissionOf(SimulatedOrdinaryOrder order, decimal rate) => rate switch
    {
        0 => 0,
        _ => order.ExecutedQuantity * order.AveragePrice * rate,
    };
}
