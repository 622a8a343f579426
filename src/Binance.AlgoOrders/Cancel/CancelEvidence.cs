namespace Binance.AlgoOrders;

/// <summary>How it is known that an order is canceled.</summary>
public enum CancelEvidence
{
    /// <summary>Binance acknowledged a cancel of this call.</summary>
    Acknowledged,

    /// <summary>Binance, asked for the order, said that it is <c>CANCELED</c>: by an attempt of this call whose answer was lost, or by somebody else.</summary>
    Queried,
}
