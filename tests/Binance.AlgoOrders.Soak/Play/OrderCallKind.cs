namespace Binance.AlgoOrders.Soak;

/// <summary>Which method of the client is called for an order.</summary>
internal enum OrderCallKind
{
    EnsureCanceled,
    Cancel,
    Find,
}
