namespace Binance.AlgoOrders;

/// <summary>Specifies the type of an algo order, wire name <c>orderType</c> in responses and <c>type</c> in requests.</summary>
public enum AlgoOrderType
{
    /// <summary><c>STOP</c>: places a limit order once the price has moved against the position.</summary>
    Stop,

    /// <summary><c>STOP_MARKET</c>: places a market order once the price has moved against the position.</summary>
    StopMarket,

    /// <summary><c>TAKE_PROFIT</c>: places a limit order once the price has moved in favor of the position.</summary>
    TakeProfit,

    /// <summary><c>TAKE_PROFIT_MARKET</c>: places a market order once the price has moved in favor of the position.</summary>
    TakeProfitMarket,

    /// <summary><c>TRAILING_STOP_MARKET</c>: follows the price at a distance and places a market order once the price turns back by that distance.</summary>
    TrailingStopMarket,
}
