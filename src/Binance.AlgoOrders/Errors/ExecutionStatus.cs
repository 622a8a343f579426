namespace Binance.AlgoOrders;

/// <summary>Specifies whether Binance executed a request, as far as the client can determine it.</summary>
public enum ExecutionStatus
{
    /// <summary>The request may have been executed, or may still be executed. Look the order up before you act on it.</summary>
    Unknown,

    /// <summary>No attempt of the call was executed, and none ever will be.</summary>
    NotExecuted,

    /// <summary>The request was executed, and its response arrived. No exception has this value.</summary>
    Succeeded,
}
