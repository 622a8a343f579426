namespace Binance.AlgoOrders;

/// <summary>Specifies the evidence that an order ended without a cancel of this call and without a trade.</summary>
public enum EndedEvidence
{
    /// <summary>Binance reported the order as <c>REJECTED</c> or <c>EXPIRED</c>.</summary>
    Reported,

    /// <summary>
    /// The order was live, was placed more than 3 and less than 90 days ago, and Binance no longer knows it. Binance forgets only orders of that age that
    /// were canceled or expired, and keeps every order that triggered.
    /// </summary>
    ByRetention,
}
