namespace Binance.AlgoOrders.Testing;

/// <summary>The operation of a request, the same in every market. It selects requests for faults and in the request log.</summary>
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
}
