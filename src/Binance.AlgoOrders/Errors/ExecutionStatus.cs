namespace Binance.AlgoOrders;

/// <summary>Whether a request that failed took place at Binance: the one question that every catch block asks.</summary>
public enum ExecutionStatus
{
    /// <summary>It surely was not executed, by no attempt of the call, and never will be.</summary>
    NotExecuted,

    /// <summary>It may have been executed, or may still be: query the order before you act on it.</summary>
    Unknown,
}
