namespace Binance.AlgoOrders.Internal.Transport;

/// <summary>What one attempt tells about the request that it carried.</summary>
internal enum AttemptVerdict
{
    /// <summary>It was executed, and its answer is here.</summary>
    Answered,

    /// <summary>It surely was not executed and never will be.</summary>
    NotExecuted,

    /// <summary>It may have been executed, or may still be.</summary>
    InDoubt,
}
