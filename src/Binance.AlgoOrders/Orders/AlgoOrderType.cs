namespace Binance.AlgoOrders;

/// <summary>What an algo order does when it triggers, wire name <c>orderType</c> in answers and <c>type</c> in requests.</summary>
public enum AlgoOrderType
{
    /// <summary><c>STOP</c>: places a limit order once the price has moved against the position.</summary>
    Stop,

    /// <summary><c>STOP_MARKET</c>: places a market order once the price has moved against the position.</summary>
    StopMarket,

    /// <summary><c>TAKE_PROFIT</c>: places a limit order once the price has moved in favour of the position.</summary>
    TakeProfit,

    /// <summary><c>TAKE_PROFIT_MARKET</c>: places a market order once the price has moved in favour of the position.</summary>
    TakeProfitMarket,

    /// <summary><c>TRAILING_STOP_MARKET</c>: follows the price at a distance and places a market order once it turns back by that much.</summary>
    TrailingStopMarket,
}
