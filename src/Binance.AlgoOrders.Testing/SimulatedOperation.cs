namespace Binance.AlgoOrders.Testing;

/// <summary>What a request asks for, whichever market it is of; for arming faults and for reading the journal.</summary>
public enum SimulatedOperation
{
    /// <summary>Places an order: <c>POST algoOrder</c>.</summary>
    Place,

    /// <summary>Cancels one order: <c>DELETE algoOrder</c>.</summary>
    Cancel,

    /// <summary>Cancels all open orders of a symbol: <c>DELETE algoOpenOrders</c>.</summary>
    CancelAll,

    /// <summary>Looks one order up: <c>GET algoOrder</c>.</summary>
    Find,

    /// <summary>Lists the open orders: <c>GET openAlgoOrders</c>.</summary>
    ListOpen,

    /// <summary>Lists orders of the past: <c>GET allAlgoOrders</c>.</summary>
    ListHistory,

    /// <summary>Asks for the exchange's clock: <c>GET time</c>.</summary>
    ServerTime,

    /// <summary>Asks for nothing: <c>GET ping</c>.</summary>
    Ping,
}
