namespace Binance.AlgoOrders.Testing;

/// <summary>
/// The operation of a request, the same in every market and over HTTP and the WebSocket API. It selects requests for faults and in the request log.
/// </summary>
public enum SimulatedOperation
{
    /// <summary>Places an order: <c>POST algoOrder</c>.</summary>
    Place,

    /// <summary>Cancels one order: <c>DELETE algoOrder</c>.</summary>
    Cancel,

    /// <summary>Cancels all open orders of a symbol: <c>DELETE algoOpenOrders</c>.</summary>
    CancelAll,

    /// <summary>Queries one order: <c>GET algoOrder</c>.</summary>
    Find,

    /// <summary>Lists the open orders: <c>GET openAlgoOrders</c>.</summary>
    ListOpen,

    /// <summary>Lists past and open orders: <c>GET allAlgoOrders</c>.</summary>
    ListHistory,

    /// <summary>Gets the time of the exchange's clock: <c>GET time</c>.</summary>
    ServerTime,

    /// <summary>Checks the connection: <c>GET ping</c>.</summary>
    Ping,

    /// <summary>Places an ordinary order: <c>POST order</c>.</summary>
    PlaceOrdinary,

    /// <summary>Queries an ordinary order: <c>GET order</c>.</summary>
    FindOrdinary,

    /// <summary>Cancels an ordinary order: <c>DELETE order</c>.</summary>
    CancelOrdinary,

    /// <summary>Lists the ordinary orders on the order book: <c>GET openOrders</c>.</summary>
    ListOpenOrdinary,

    /// <summary>Cancels the ordinary orders of a symbol: <c>DELETE allOpenOrders</c>.</summary>
    CancelAllOrdinary,

    /// <summary>Gets the positions: <c>GET positionRisk</c>.</summary>
    GetPositions,

    /// <summary>Gets the balances: <c>GET balance</c>.</summary>
    GetBalances,

    /// <summary>Gets the account: <c>GET account</c>.</summary>
    GetAccount,

    /// <summary>Lists the fills of a symbol: <c>GET userTrades</c>.</summary>
    ListTrades,

    /// <summary>Gets the commission rates: <c>GET commissionRate</c>.</summary>
    GetCommissionRate,

    /// <summary>Lists the leverage brackets: <c>GET leverageBracket</c>.</summary>
    GetLeverageBrackets,

    /// <summary>Lists the contracts with their limits: <c>GET exchangeInfo</c>.</summary>
    ExchangeInfo,

    /// <summary>Gets the last prices: <c>GET ticker/price</c>, version 1 or 2.</summary>
    TickerPrice,

    /// <summary>Gets the mark prices: <c>GET premiumIndex</c>.</summary>
    MarkPrice,

    /// <summary>Gets the position mode, one-way or hedge: <c>GET positionSide/dual</c>.</summary>
    GetPositionMode,

    /// <summary>Sets the position mode: <c>POST positionSide/dual</c>.</summary>
    SetPositionMode,

    /// <summary>Gets the asset mode, single or multi: <c>GET multiAssetsMargin</c>.</summary>
    GetMultiAssetsMode,

    /// <summary>Sets the asset mode: <c>POST multiAssetsMargin</c>.</summary>
    SetMultiAssetsMode,

    /// <summary>Sets the leverage of a symbol: <c>POST leverage</c>.</summary>
    SetLeverage,

    /// <summary>Sets the margin type of a symbol, isolated or crossed: <c>POST marginType</c>.</summary>
    SetMarginType,

    /// <summary>Gets the limits of new orders: <c>GET rateLimit/order</c>.</summary>
    GetOrderLimits,

    /// <summary>Starts or stops a countdown that cancels all open orders of a symbol: <c>POST countdownCancelAll</c>.</summary>
    CountdownCancelAll,

    /// <summary>Starts a user data stream, or extends it by 60 minutes: <c>POST listenKey</c>.</summary>
    StartUserStream,

    /// <summary>Extends a user data stream by 60 minutes: <c>PUT listenKey</c>.</summary>
    ExtendUserStream,

    /// <summary>Ends a user data stream: <c>DELETE listenKey</c>.</summary>
    EndUserStream,

    /// <summary>Logs a connection of the WebSocket API on: <c>session.logon</c>.</summary>
    LogOn,

    /// <summary>Gets the state of a connection of the WebSocket API: <c>session.status</c>.</summary>
    SessionStatus,

    /// <summary>Logs a connection of the WebSocket API off: <c>session.logout</c>.</summary>
    LogOut,
}
