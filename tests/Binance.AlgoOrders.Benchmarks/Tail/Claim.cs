namespace Binance.AlgoOrders.Benchmarks;

/// <summary>The claim of a client about an order. The orders of this measurement neither trigger nor expire.</summary>
internal enum Claim
{
    /// <summary>The client does not claim anything.</summary>
    Unknown,

    /// <summary>The order is canceled.</summary>
    Canceled,

    /// <summary>The order is live, and no request of the client can cancel it any more.</summary>
    StillOpen,

    /// <summary>Any other claim, which is false.</summary>
    Other,
}
