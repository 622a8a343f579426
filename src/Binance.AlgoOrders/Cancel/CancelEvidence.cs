namespace Binance.AlgoOrders;

/// <summary>Specifies the evidence that an order is canceled.</summary>
public enum CancelEvidence
{
    /// <summary>Binance acknowledged a cancel of this call.</summary>
    Acknowledged,

    /// <summary>
    /// A query returned the order as <c>CANCELED</c>. It was canceled by an attempt of this call whose response was lost, or by another client.
    /// </summary>
    Queried,
}
