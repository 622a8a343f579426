namespace Binance.AlgoOrders;

/// <summary>Creates new orders with the terms of others.</summary>
internal static class OrderTerms
{
    /// <summary>Creates an order with the terms of one that was read, and with a client id of its own.</summary>
    /// <returns>The order, or null if a term is unknown or is none that a new order can have.</returns>
    public static NewAlgoOrder? TryCopy(AlgoOrder order)
    {
        try
        {
            return Copy(order);
        }
        catch (ArgumentException)
        {
            // Binance reported a value that no new order can have.
            return null;
        }
    }

    /// <summary>Creates the bridge for an order that closes the position: the same trigger with a quantity, which can only reduce the position.</summary>
    public static NewAlgoOrder CreateBridge(NewAlgoOrder replacement, decimal quantity)
    {
        var closing = (NewAlgoOrder.MarketOnTrigger)replacement;
        OrderPosition position = closing.Position.Side == PositionSide.Both ? OrderPosition.OneWay(reduceOnly: true) : closing.Position;
        NewAlgoOrder bridge = closing switch
        {
            NewAlgoOrder.StopMarket => new NewAlgoOrder.StopMarket(closing.Symbol, closing.Side, OrderAmount.Of(quantity), closing.TriggerPrice),
            _ => new NewAlgoOrder.TakeProfitMarket(closing.Symbol, closing.Side, OrderAmount.Of(quantity), closing.TriggerPrice),
        };
        return bridge with
        {
            Position = position,
            WorkingType = closing.WorkingType,
            PriceProtect = closing.PriceProtect,
            SelfTradePreventionMode = closing.SelfTradePreventionMode,
            RecvWindow = closing.RecvWindow,
        };
    }

    private static NewAlgoOrder? Copy(AlgoOrder order)
    {
        NewAlgoOrder? copy = (order.OrderType?.Known, order.Side?.Known) switch
        {
            (AlgoOrderType.StopMarket, { } side) when AmountOf(order) is { } amount =>
                new NewAlgoOrder.StopMarket(order.Symbol!, side, amount, order.TriggerPrice.GetValueOrDefault()),
            (AlgoOrderType.TakeProfitMarket, { } side) when AmountOf(order) is { } amount =>
                new NewAlgoOrder.TakeProfitMarket(order.Symbol!, side, amount, order.TriggerPrice.GetValueOrDefault()),
            (AlgoOrderType.Stop, { } side) when PriceOf(order) is { } price && TimeInForceOf(order) is { } timeInForce =>
                new NewAlgoOrder.Stop(order.Symbol!, side, order.Quantity.GetValueOrDefault(), order.TriggerPrice.GetValueOrDefault(), price) { TimeInForce = timeInForce },
            (AlgoOrderType.TakeProfit, { } side) when PriceOf(order) is { } price && TimeInForceOf(order) is { } timeInForce =>
                new NewAlgoOrder.TakeProfit(order.Symbol!, side, order.Quantity.GetValueOrDefault(), order.TriggerPrice.GetValueOrDefault(), price) { TimeInForce = timeInForce },
            (AlgoOrderType.TrailingStopMarket, { } side) =>
                new NewAlgoOrder.TrailingStopMarket(order.Symbol!, side, order.Quantity.GetValueOrDefault(), order.CallbackRate.GetValueOrDefault())
                {
                    ActivatePrice = order.ActivatePrice is 0 ? null : order.ActivatePrice,
                },
            _ => null,
        };
        return copy is null || PositionOf(order) is not { } position ? null : copy with
        {
            Position = position,
            WorkingType = order.WorkingType?.Known,
            PriceProtect = order.PriceProtect ?? false,
            SelfTradePreventionMode = order.SelfTradePreventionMode?.Known,
        };
    }

    private static OrderAmount? AmountOf(AlgoOrder order) => order switch
    {
        { ClosePosition: true } => OrderAmount.ClosePosition,
        { Quantity: { } quantity } => OrderAmount.Of(quantity),
        _ => null,
    };

    private static OrderPosition? PositionOf(AlgoOrder order) => order.PositionSide?.Known switch
    {
        PositionSide.Long => OrderPosition.Long,
        PositionSide.Short => OrderPosition.Short,
        _ when order.ClosePosition == true => OrderPosition.OneWay(),
        _ when order.ReduceOnly is { } reduceOnly => OrderPosition.OneWay(reduceOnly),

        // Without the restriction, the order could open a position.
        _ => null,
    };

    private static LimitPrice? PriceOf(AlgoOrder order) => order switch
    {
        { PriceMatch.Known: { } match and not PriceMatch.None } => LimitPrice.Matching(match),
        { Price: { } price } => LimitPrice.At(price),
        _ => null,
    };

    private static OrderTimeInForce? TimeInForceOf(AlgoOrder order) => order.TimeInForce?.Known switch
    {
        TimeInForce.Gtc => OrderTimeInForce.GoodTillCanceled,
        TimeInForce.Ioc => OrderTimeInForce.ImmediateOrCancel,
        TimeInForce.Fok => OrderTimeInForce.FillOrKill,
        TimeInForce.Gtx => OrderTimeInForce.PostOnly,
        TimeInForce.Gtd when order.GoodTillDate is { } date => OrderTimeInForce.GoodTill(date),
        _ => null,
    };
}
