using Binance.AlgoOrders.Testing.Internal.Push;
using Binance.AlgoOrders.Testing.Internal.Wire;

namespace Binance.AlgoOrders.Testing.Internal.State;

/// <summary>Publishes what becomes of ordinary orders and positions: <c>ORDER_TRADE_UPDATE</c> and <c>ACCOUNT_UPDATE</c>. USDⓈ-M only.</summary>
internal sealed class OrdinaryEvents(ExchangeState state)
{
    public void PublishPlaced(SimulatedOrdinaryOrder order) => Publish(order, Create(order, "NEW"));

    public void PublishEnded(SimulatedOrdinaryOrder order) => Publish(order, Create(order, SimulatedWireNames.Of(order.Status)));

    /// <summary>Publishes a fill, and the position and the balance after it.</summary>
    public void PublishFilled(SimulatedOrdinaryOrder order, SimulatedTrade trade, SimulatedPosition after)
    {
        TradeEvent filled = Create(order, "TRADE") with
        {
            LastQuantity = trade.Quantity,
            LastPrice = trade.Price,
            TradeId = trade.Id,
            RealizedProfit = trade.RealizedProfit,
            Commission = trade.Commission == 0 ? null : trade.Commission,
            IsMaker = trade.IsMaker,
        };
        Publish(order, filled);
        if (IsPushed(order))
        {
            state.Streams.Publish(order.Account, PushEvent.AccountUpdate, now => EventJson.Account(CreateAccount(order.Account, after), now));
        }
    }

    private static TradeEvent Create(SimulatedOrdinaryOrder order, string executionType) => new()
    {
        TransactionTime = order.UpdatedAt,
        Symbol = order.Terms.Symbol,
        ClientOrderId = order.ClientOrderId,
        OrderId = order.OrderId,
        Side = order.Terms.Side,
        Quantity = order.Terms.Quantity,
        Type = order.Terms.Type,
        TimeInForce = order.Terms.TimeInForce,
        Price = order.Terms.Price,
        ExecutionType = executionType,
        Status = SimulatedWireNames.Of(order.Status),
        AveragePrice = order.AveragePrice,
        FilledQuantity = order.ExecutedQuantity,
        ReduceOnly = order.Terms.ReduceOnly,
        PositionSide = order.Terms.PositionSide,
        ClosePosition = order.Terms.ClosePosition,
        AlgoId = order.Parent?.AlgoId,
    };

    private AccountEvent CreateAccount(SimulatedAccount account, SimulatedPosition position)
    {
        decimal wallet = account.WalletBalance;
        var shown = new AccountEvent.Position(position.Symbol, position.Quantity, position.EntryPrice)
        {
            RealizedProfit = position.RealizedProfit,
            UnrealizedProfit = position.ProfitAt(state.Prices.Find(position.Symbol)?.Mark ?? position.EntryPrice),
            PositionSide = position.PositionSide,
        };
        return new AccountEvent(state.Now, "ORDER", [new AccountEvent.Balance("USDT", wallet, wallet)], [shown]);
    }

    private void Publish(SimulatedOrdinaryOrder order, TradeEvent trade)
    {
        if (IsPushed(order))
        {
            state.Streams.Publish(order.Account, PushEvent.TradeUpdate, now => EventJson.Trade(trade, now));
        }
    }

    private static bool IsPushed(SimulatedOrdinaryOrder order) => order.Terms.Market == SimulatedMarket.UsdMargined;
}
