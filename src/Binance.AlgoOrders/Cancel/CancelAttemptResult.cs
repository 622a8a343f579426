namespace Binance.AlgoOrders;

/// <summary>What one attempt tells about the request that it carried.</summary>
public enum CancelAttemptResult
{
    /// <summary>It was executed, and its answer came.</summary>
    Answered,

    /// <summary>It surely was not executed, and never will be.</summary>
    NotExecuted,

    /// <summary>It may have been executed, or may still be.</summary>
    InDoubt,
}
