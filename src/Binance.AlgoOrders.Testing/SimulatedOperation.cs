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
