namespace Binance.AlgoOrders;

/// <summary>What a request is for, the most urgent first.</summary>
public enum RequestPriority
{
    /// <summary>A cancel. It is counted, and never held back by a budget: a ban alone stops it.</summary>
    Cancel,

    /// <summary>A lookup, a list, the clock, a new order.</summary>
    Ordinary,

    /// <summary>One of many cancels, which wait for each other anyway.</summary>
    Bulk,
}
